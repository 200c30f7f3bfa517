//! Records and unions, both ways, of right and of wrong values.

use crate::measure::Case;
use pyrules::prelude::*;
use std::collections::BTreeMap;

struct Point {
    x: f64,
    y: i64,
    tags: Vec<String>,
    object: Option<Py<PyAny>>,
}

struct Pair(Py<PyAny>, String);

struct Line {
    start: Point,
    ends: BTreeMap<String, Pair>,
}

struct Node {
    children: Vec<Node>,
}

enum Id {
    Number(i64),
    Object(Py<PyTuple>),
    Point(Point),
    Mode,
    Nothing,
}

enum Text<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
}

py_record! {
    dict Point(strict) {
        x;
        y as "Y" = 10_i64.pow(10);
        tags = vec!["a".to_owned()];
        object = None;
    }
    tuple Pair { 0; 1 = "one".to_owned(); }
    attributes Line { start; ends = BTreeMap::new(); }
    dict Node { children; }
}

py_union! {
    union Id { Number; Object; Point; Mode = "mode"; Nothing = None; }
    union Text<'a> { Str; Bytes; }
}

fn value<'py>(py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
    py.eval(code, None, None)
}

/// There and back by reference and by value, and the errors as they are and as exceptions.
macro_rules! both {
    ($T:ty, $right:expr, $wrong:expr) => {
        |py| {
            for code in $right {
                let there = value(py, code)?.extract::<$T>()?;
                (&there).into_pyobject(py)?;
                there.into_pyobject(py)?;
            }
            for code in $wrong {
                for object in [value(py, code)?, value(py, &format!("[{}, {code}]", $right[0]))?] {
                    drop(object.extract::<$T>().map(|_| panic!("{code} was taken")));
                    match object.extract::<$T>() {
                        Ok(_) => panic!("{code} was taken"),
                        Err(error) => drop(error.value(py).clone()),
                    }
                    if let Err(error) = object.extract::<Vec<$T>>() {
                        drop(error.to_string());
                    }
                }
            }
            Ok(())
        }
    };
}

fn calls(py: Python<'_>) -> PyResult<()> {
    let function = py_fn!(
        py,
        swap(line, id = Id::Nothing, text = Text::Str("x")) = |line: Line, id: Id, text: Text<'_>| {
            let size = match text {
                Text::Str(text) => text.len(),
                Text::Bytes(bytes) => bytes.len(),
            };
            (id, line, size)
        }
    )?;
    let line = value(py, "argparse.Namespace(start={'x': 1.5}, ends={'a': ([],)})")?;
    function.call1((&line,))?;
    function.call1((&line, 10_i64.pow(12), "text"))?;
    function.call1((&line, "mode", value(py, "b'bytes'")?))?;
    for wrong in
        ["1", "argparse.Namespace(start={})", "argparse.Namespace(start={'x': 1}, ends={'a': ([], 1)})"]
    {
        drop(function.call1((value(py, wrong)?,)).unwrap_err().to_string());
    }
    for wrong in ["{}", "{'x': []}", "2**80", "'other'", "Broken()"] {
        drop(function.call1((&line, value(py, wrong)?)).unwrap_err().to_string());
    }
    Ok(())
}

fn without_end(py: Python<'_>) -> PyResult<()> {
    let names = PyDict::new(py);
    py.run("x = {}; x['children'] = [x]", Some(&names), None)?;
    let endless = names.get_item("x")?.expect("just set");
    assert!(endless.extract::<Node>().is_err());
    endless.downcast::<PyDict>()?.clear();
    let node = value(py, "{'children': [{'children': []}]}")?.extract::<Node>()?;
    node.into_pyobject(py)?;
    Ok(())
}

pub(crate) const CASES: &[Case] = &[
    (
        "record: dict",
        both!(
            Point,
            ["{'x': 1.5, 'tags': [], 'object': []}", "{'x': 1}", "collections.OrderedDict(x=2)"],
            [
                "{}",
                "{'x': 1, 'z': 2}",
                "{'x': 1, 3: 4}",
                "{'x': [], 'Y': 1}",
                "{'x': 1, 'Y': 2**70}",
                "{'x': 1, 'tags': ['a', 1]}",
                "{'x': Broken()}",
                "Plain()",
                "5"
            ]
        ),
    ),
    (
        "record: attributes",
        both!(
            Line,
            [
                "argparse.Namespace(start={'x': 1.5})",
                "argparse.Namespace(start={'x': 1.5}, ends={'a': ([],), 'b': (1, 'two')})"
            ],
            [
                "Plain()",
                "Broken()",
                "argparse.Namespace(start={'x': 1.5}, ends={'a': ([],), 'b': (1, 2)})",
                "argparse.Namespace(start=Broken())"
            ]
        ),
    ),
    ("record: tuple", both!(Pair, ["([],)", "({}, 'two')"], ["()", "(1, 2)", "(1, 'a', 3)", "Broken()"])),
    (
        "union",
        both!(
            Id,
            ["10**12", "(10**6,)", "{'x': 1}", "'mode'", "None"],
            ["2**80", "{}", "{'x': []}", "'other'", "Broken()", "1.5"]
        ),
    ),
    ("records and unions as arguments", calls),
    ("a record without end", without_end),
];
