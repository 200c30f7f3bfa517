//! Unions.

use crate::support::{becomes, call_error, error, eval, hint_in, hint_out, value};
use pyrules::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
struct Point {
    x: f64,
    y: i64,
}

#[derive(Debug, PartialEq)]
struct Corner {
    at: (i64, i64),
}

#[derive(Debug, PartialEq)]
enum Id {
    Number(i64),
    Name(String),
    Point(Point),
    Nothing,
}

#[derive(Debug, PartialEq)]
enum Shape {
    Corner(Corner),
    Dot(Point),
    Many(Vec<Id>),
}

#[derive(Debug, PartialEq)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(BTreeMap<String, Json>),
}

#[derive(Debug, PartialEq)]
enum Scalar {
    Real(f64),
    Byte(u8),
    Char(char),
}

#[derive(Debug, PartialEq)]
struct Order {
    id: Id,
}

py_record! {
    dict Point { x; y = 0; }
    attributes Corner { at; }
    dict Order { id; }
}

py_union! {
    /// Documented.
    union Id {
        /// First.
        Number;
        Name;
        Point;
        Nothing = None;
    }

    union Shape { Dot; Corner; Many; }
    union Json { Null = None; Bool; Number; Text; List; Map; }
    union Scalar { Real; Byte; Char; }
}

#[test]
fn there_and_back() {
    becomes!(Id::Number(1), "1");
    becomes!(Id::Name("a".to_owned()), "u'a'");
    becomes!(Id::Point(Point { x: 1.0, y: 2 }), "{'x': 1.0, 'y': 2}");
    becomes!(Id::Nothing, "None");
    becomes!(Shape::Many(vec![Id::Number(1), Id::Nothing]), "[1, None]");
    becomes!(
        Json::Map(BTreeMap::from([(
            "a".to_owned(),
            Json::List(vec![Json::Number(1.5), Json::Bool(true), Json::Null, Json::Text("x".to_owned())]),
        )])),
        "{'a': [1.5, True, None, u'x']}",
    );
    becomes!(vec![Some(Id::Number(1)), None], "[1, None]");
    becomes!(Order { id: Id::Number(3) }, "{'id': 3}");
}

#[test]
fn the_first_that_fits() {
    assert_eq!(value::<Scalar>("1"), Scalar::Real(1.0));
    assert_eq!(value::<Id>("True"), Id::Number(1));
    assert_eq!(value::<Json>("True"), Json::Bool(true));
    assert_eq!(value::<Shape>("argparse.Namespace(at=(1, 2))"), Shape::Corner(Corner { at: (1, 2) }));
    assert_eq!(value::<Option<Id>>("None"), None);
}

#[test]
fn the_type_alone_is_wrong() {
    assert_eq!(error::<Id>("[]"), "TypeError: Id must be int | str | dict | None, not list");
    assert_eq!(error::<Order>("{'id': []}"), "TypeError: Order.id must be int | str | dict | None, not list");
    assert_eq!(error::<Vec<Id>>("[1, []]"), "TypeError: item [1] must be int | str | dict | None, not list");
    assert_eq!(error::<Scalar>("[]"), "TypeError: Scalar must be float | int | str, not list");
    assert_eq!(
        error::<Json>("object()"),
        "TypeError: Json must be None | bool | float | str | sequence | dict, not object"
    );
    Python::attach(|py| {
        let function = py_fn!(py, find(id) = |id: Id| id)?;
        assert_eq!(
            call_error(&function, "[]"),
            "TypeError: find() argument 'id' must be int | str | dict | None, not list"
        );
        PyResult::Ok(())
    })
    .unwrap();
}

#[test]
fn more_than_the_type_is_wrong() {
    let expected = "expected int | str | dict | None";
    assert_eq!(error::<Id>("{}"), format!("TypeError: Id: {expected} (Point: missing key 'x')"));
    assert_eq!(
        error::<Id>("{'x': 1, 'y': []}"),
        format!("TypeError: Id: {expected} (Point.y: 'list' object cannot be interpreted as an integer)")
    );
    let large = "Python int too large to convert to a signed 64-bit integer";
    assert_eq!(error::<Id>("2**80"), format!("OverflowError: Id: {expected} (Number: {large})"));
    assert_eq!(
        error::<Order>("{'id': 2**80}"),
        format!("OverflowError: Order.id: {expected} (Number: {large})")
    );
    assert_eq!(
        error::<Scalar>("u'ab'"),
        "TypeError: Scalar: expected float | int | str (Char: expected a character, but string of length 2 found)"
    );
    // Of several there is one class if it is that of all.
    assert_eq!(
        error::<Shape>("[2**80]"),
        format!(
            "TypeError: Shape: expected dict | Corner | sequence (Corner: 'list' object has no attribute 'at'; \
             Many[0]: {expected} (Number: {large}))"
        )
    );
    assert_eq!(
        error::<Shape>("argparse.Namespace(at=1)"),
        "TypeError: Shape: expected dict | Corner | sequence (Corner.at must be tuple, not int)"
    );
    Python::attach(|py| {
        let function = py_fn!(py, find(id) = |id: Id| id)?;
        assert_eq!(
            call_error(&function, "{}"),
            format!("TypeError: find() argument 'id': Id: {expected} (Point: missing key 'x')")
        );
        PyResult::Ok(())
    })
    .unwrap();
}

#[test]
fn unions_of_unions() {
    #[derive(Debug, PartialEq)]
    enum Outer {
        Id(Id),
        List(Vec<u8>),
    }
    py_union! {
        union Outer { Id; List; }
    }
    becomes!(Outer::Id(Id::Nothing), "None");
    assert_eq!(value::<Outer>("[1]"), Outer::List(vec![1]));
    assert_eq!(
        error::<Outer>("1.5"),
        "TypeError: Outer must be int | str | dict | None | sequence, not float"
    );
    assert_eq!(
        error::<Outer>("{}"),
        "TypeError: Outer: expected int | str | collections.abc.Mapping | None | sequence \
         (Id: expected int | str | dict | None (Point: missing key 'x'))"
            .replace("collections.abc.Mapping", "dict")
    );
    assert_eq!(hint_in::<Outer>(), format!("{} | collections.abc.Sequence[int]", hint_in::<Id>()));
}

#[test]
fn what_contains_itself() {
    Python::attach(|py| {
        let list = pyrules::PyList::empty(py);
        list.append(&list).unwrap();
        let error = list.extract::<Json>().unwrap_err();
        let expected = "maximum recursion depth exceeded while converting to Rust";
        assert_eq!(error.value(py).str().unwrap(), expected);
    });
    let types = "expected None | bool | float | str | sequence | dict";
    let whole = "must be None | bool | float | str | sequence | dict, not set";
    assert_eq!(
        error::<Json>("[1, [set()]]"),
        format!("TypeError: Json: {types} (List[1]: {types} (List[0] {whole}))")
    );
}

#[derive(Debug, PartialEq)]
enum Text<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
}

enum Value<'py> {
    Dict(Bound<'py, PyDict>),
    Number(i64),
}

enum Given<'a, 'py> {
    Name(&'a str),
    Dict(&'a Bound<'py, PyDict>),
    Any(Bound<'py, PyAny>),
}

py_union! {
    union Text<'a> { Bytes; Str; }
    union Value<'py> { Dict; Number; }
    union Given<'a, 'py> { Name; Dict; Any; }
}

fn size(text: Text<'_>) -> usize {
    match text {
        Text::Str(text) => text.chars().count(),
        Text::Bytes(bytes) => bytes.len(),
    }
}

fn kind<'py>(given: Option<Given<'_, 'py>>, value: Value<'py>) -> (&'static str, i64) {
    let kind = match given {
        Some(Given::Name(_)) => "name",
        Some(Given::Dict(dict)) => return ("dict", dict.len() as i64),
        Some(Given::Any(_)) => "any",
        None => "none",
    };
    match value {
        Value::Dict(dict) => (kind, dict.len() as i64),
        Value::Number(number) => (kind, number),
    }
}

#[test]
fn what_is_borrowed() -> PyResult<()> {
    Python::attach(|py| {
        let function = py_fn!(py, size(text))?;
        assert_eq!(function.call1((eval(py, "u'\\xe4'"),))?.extract::<i64>()?, 1);
        assert_eq!(function.call1((eval(py, "b'ab'"),))?.extract::<i64>()?, 2);
        assert_eq!(
            call_error(&function, "1"),
            "TypeError: size() argument 'text' must be bytes | str, not int"
        );
        let object = eval(py, "b'ab'");
        let text: Text<'_> = object.extract()?;
        assert_eq!(text, Text::Bytes(b"ab"));
        assert!(text.into_pyobject(py)?.eq(&object)?);

        let function = py_fn!(py, kind(given, value))?;
        let call = |code: &str| -> PyResult<(String, i64)> {
            function.call1(eval(py, code).downcast::<pyrules::PyTuple>()?)?.extract()
        };
        assert_eq!(call("(None, 3)")?, ("none".to_owned(), 3));
        assert_eq!(call("(u'x', {})")?, ("name".to_owned(), 0));
        assert_eq!(call("({1: 2}, 5)")?, ("dict".to_owned(), 1));
        assert_eq!(call("([], 5)")?, ("any".to_owned(), 5));
        Ok(())
    })
}

trait Hinted {
    fn into_hint() -> pyrules::TypeHint;
}

impl<T: IntoPyObject<'static>> Hinted for T {
    fn into_hint() -> pyrules::TypeHint {
        T::HINT
    }
}

#[test]
fn hints() {
    assert_eq!(hint_in::<Id>(), "int | str | collections.abc.Mapping[str, typing.Any] | None");
    assert_eq!(hint_out::<Id>(), "int | str | dict[str, typing.Any] | None");
    assert_eq!(hint_out::<&Id>(), hint_out::<Id>());
    // It contains itself.
    assert_eq!(
        hint_in::<Json>(),
        "None | bool | float | str | collections.abc.Sequence[typing.Any] | collections.abc.Mapping[str, typing.Any]"
    );
    assert_eq!(hint_out::<Json>(), "None | bool | float | str | list[typing.Any] | dict[str, typing.Any]");
    assert_eq!(hint_out::<(Json, Json)>(), format!("tuple[{0}, {0}]", hint_out::<Json>()));
    assert_eq!(Json::into_hint(), Json::into_hint());
    assert_ne!(Json::into_hint(), Id::into_hint());
    assert_eq!(hint_in::<Text<'static>>(), "bytes | str");
    assert_eq!(hint_in::<Value<'static>>(), "dict | int");
    assert_eq!(hint_in::<Given<'static, 'static>>(), "str | dict | object");
}
