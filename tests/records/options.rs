//! One direction, by value, lifetimes, hidden fields, `#[cfg]`, and where the macro may stand.

use crate::support::{becomes, error, eval, value};
use pyrules::prelude::*;
use std::cell::Cell;
use std::time::Instant;

/// Neither converts to Python nor from it.
#[derive(Debug, PartialEq)]
struct Opaque;

/// Converts from Python only.
#[derive(Debug)]
struct In(i64);

impl<'py> FromPyObject<'_, 'py> for In {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.extract().map(In)
    }
}

/// Converts to Python by value only.
struct Out(i64);

impl<'py> IntoPyObject<'py> for Out {
    type Target = pyrules::PyInt;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, pyrules::PyInt>> {
        self.0.into_pyobject(py)
    }
}

#[derive(Debug)]
struct Query {
    limit: In,
}

#[derive(Debug)]
enum Queries {
    One(In),
    All,
}

struct Answer {
    count: Out,
}

enum Answers {
    One(Out),
    Nothing,
}

struct View<'a> {
    name: &'a str,
    data: &'a [u8],
    secret: Opaque,
}

struct Event<'py> {
    object: Bound<'py, PyAny>,
    number: i64,
}

struct Both<'a, 'py> {
    name: &'a str,
    object: Bound<'py, PyAny>,
}

struct Couple<T> {
    first: T,
    second: T,
}

type Words = Couple<String>;

py_record! {
    dict Query(strict, from_python) { limit; }
    dict Answer(to_python, by_value) { count; }
    dict View<'a>(to_python) { name; data; secret as _; }
    attributes Event<'py> { object; number = 1; }
    dict Both<'a, 'py>(to_python) { name; object; }
    tuple Words { first; second = String::new(); }
}

py_union! {
    union Queries(from_python) { One; All = "all"; }
    union Answers(to_python, by_value) { One; Nothing = None; }
}

#[test]
fn one_direction() {
    assert_eq!(value::<Query>("{'limit': 3}").limit.0, 3);
    assert_eq!(error::<Query>("{'limit': 3, 'x': 1}"), "TypeError: Query: unknown key 'x'");
    assert!(matches!(value::<Queries>("3"), Queries::One(In(3))));
    assert!(matches!(value::<Queries>("'all'"), Queries::All));
    Python::attach(|py| {
        assert!(Answer { count: Out(1) }.into_pyobject(py).unwrap().eq(eval(py, "{'count': 1}")).unwrap());
        assert!(Answers::One(Out(1)).into_pyobject(py).unwrap().eq(1).unwrap());
        assert!(Answers::Nothing.into_pyobject(py).unwrap().is_none());
        let view = View { name: "n", data: b"d", secret: Opaque };
        assert_eq!(view.secret, Opaque);
        let expected = eval(py, "{'name': 'n', 'data': b'd'}");
        assert!((&view).into_pyobject(py).unwrap().eq(&expected).unwrap());
        assert!(view.into_pyobject(py).unwrap().eq(&expected).unwrap());
    });
}

#[test]
fn lifetimes() {
    Python::attach(|py| {
        let object = eval(py, "argparse.Namespace(object=[1])");
        let event: Event<'_> = object.extract().unwrap();
        assert_eq!(event.number, 1);
        assert!(event.object.eq([1]).unwrap());
        let both = Both { name: "n", object: event.object.clone() };
        assert!(both.into_pyobject(py).unwrap().eq(eval(py, "{'name': 'n', 'object': [1]}")).unwrap());
        assert!(event.into_pyobject(py).unwrap().getattr("object").unwrap().eq([1]).unwrap());
    });
}

#[test]
fn an_instance_of_a_generic_struct() {
    let words: Words = value("('a',)");
    assert_eq!((words.first.as_str(), words.second.as_str()), ("a", ""));
    Python::attach(|py| assert!(words.into_pyobject(py).unwrap().eq(("a", "")).unwrap()));
}

#[derive(Debug)]
struct Cached {
    key: String,
    made: Instant,
    hits: Cell<u32>,
    opaque: Opaque,
}

py_record! {
    dict Cached(strict) {
        made as _ = Instant::now();
        key;
        hits as _ = Cell::new(3);
        opaque as _ = Opaque;
    }
}

#[test]
fn hidden_fields() {
    let cached: Cached = value("{'key': 'k'}");
    assert_eq!((cached.key.as_str(), cached.hits.get(), &cached.opaque), ("k", 3, &Opaque));
    assert!(cached.made <= Instant::now());
    assert_eq!(error::<Cached>("{'key': 'k', 'made': 1}"), "TypeError: Cached: unknown key 'made'");
    Python::attach(|py| assert!(cached.into_pyobject(py).unwrap().eq(eval(py, "{'key': 'k'}")).unwrap()));
}

macro_rules! with_and_without {
    ($($name:ident $form:ident $cfg:meta $with:literal $without:literal;)*) => { $(
        mod $name {
            use super::*;

            #[derive(Debug, PartialEq)]
            struct Sometimes {
                #[cfg($cfg)]
                a: i64,
                b: i64,
                #[cfg(not($cfg))]
                c: i64,
            }

            #[derive(Debug, PartialEq)]
            enum Any {
                #[cfg($cfg)]
                A(i64),
                #[cfg(not($cfg))]
                B(String),
                C,
            }

            py_record! {
                $form Sometimes {
                    /// With a doc.
                    #[cfg($cfg)]
                    a;
                    b;
                    /// With a doc.
                    #[cfg(not($cfg))]
                    c;
                }

                #[cfg(any())]
                $form Never {
                    nothing;
                }
            }

            py_union! {
                union Any {
                    /// With a doc.
                    #[cfg($cfg)]
                    A;
                    #[cfg(not($cfg))]
                    #[allow(unused)]
                    B;
                    C = None;
                }

                #[cfg(any())]
                union Never { Nothing; }
            }

            pub(super) fn check() {
                #[cfg($cfg)]
                let value = Sometimes { a: 1, b: 2 };
                #[cfg(not($cfg))]
                let value = Sometimes { b: 1, c: 2 };
                becomes!(value, if cfg!($cfg) { $with } else { $without });
                assert_eq!(super::value::<Any>("None"), Any::C);
                let text = if cfg!($cfg) { "Any must be int | None, not list" } else { "Any must be str | None, not list" };
                assert_eq!(error::<Any>("[]"), format!("TypeError: {text}"));
            }
        }
    )* };
}

with_and_without! {
    dict_with dict all() "{'a': 1, 'b': 2}" "";
    dict_without dict any() "" "{'b': 1, 'c': 2}";
    tuple_with tuple all() "(1, 2)" "";
    tuple_without tuple any() "" "(1, 2)";
}

#[test]
fn cfg_removes_fields_and_variants() {
    dict_with::check();
    dict_without::check();
    tuple_with::check();
    tuple_without::check();
    attributes::check();
}

mod attributes {
    use super::*;

    with_and_without! {
        with attributes all() "types.SimpleNamespace(a=1, b=2)" "";
    }

    pub(super) fn check() {
        if Python::attach(|py| py.version_info() >= (3, 0)) {
            with::check();
        }
    }
}
