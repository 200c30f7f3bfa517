//! Functions called by Python: every kind of signature, right and wrong calls, panics, closures.

#![allow(clippy::too_many_arguments)] // one function has more parameters than fit on the stack

use crate::measure::Case;
use pyrules::exceptions::{PyOSError, PyValueError};
use pyrules::prelude::*;
use pyrules::{PyCFunction, panic::PanicException};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

fn nothing() {}

fn sum(a: i64, b: i64) -> i64 {
    a + b
}

fn text(text: &str, times: usize) -> String {
    text.repeat(times)
}

fn object<'py>(object: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
    object.clone()
}

fn stored(object: Py<PyAny>) -> Py<PyAny> {
    object
}

fn fails(kind: &str) -> PyResult<()> {
    match kind {
        "value" => Err(PyValueError::new_err(("text", 1, vec![1.5]))),
        "io" => Err(std::fs::File::open("/there/is/no/such/file").unwrap_err())?,
        "os" => Err(PyOSError::new_err((2, "text", "file"))),
        "parse" => Err("x".parse::<i32>().unwrap_err())?,
        "panic" => panic!("on purpose: {kind}"),
        "panic with a value" => std::panic::panic_any(17),
        _ => Ok(()),
    }
}

fn rest(first: i64, rest: Vec<i64>) -> usize {
    rest.len() + first as usize
}

fn borrowed_rest(rest: &[Bound<'_, PyAny>]) -> usize {
    rest.len()
}

fn tuple_rest<'py>(rest: Bound<'py, PyTuple>) -> Bound<'py, PyTuple> {
    rest
}

fn keywords(keywords: HashMap<String, i64>) -> BTreeMap<String, i64> {
    keywords.into_iter().collect()
}

fn dict_keywords<'py>(
    a: Option<i64>,
    keywords: Option<&Bound<'py, PyDict>>,
) -> (Option<i64>, Option<Bound<'py, PyDict>>) {
    (a, keywords.cloned())
}

fn everything(
    py: Python<'_>,
    a: i64,
    b: String,
    rest: Vec<String>,
    c: Option<f64>,
    others: Vec<(String, Py<PyAny>)>,
) -> PyResult<usize> {
    let _ = (a, b, c, py.version_info());
    Ok(rest.len() + others.len())
}

/// Evaluates the calls of `f`. Those that begin with `!` have to fail.
fn call<'py>(f: PyResult<Bound<'py, PyCFunction>>, calls: &[&str]) -> PyResult<()> {
    let f = f?;
    let py = f.py();
    let scope = PyDict::new(py);
    scope.set_item("f", &f)?;
    let main = py.import("__main__")?.dict();
    for call in calls {
        match call.strip_prefix('!') {
            None => drop(py.eval(call, Some(&main), Some(&scope))?),
            Some(call) => {
                let error = match py.eval(call, Some(&main), Some(&scope)) {
                    Ok(value) => panic!("{call} returned {value}"),
                    Err(error) => error,
                };
                assert!(!error.is_instance_of::<PanicException>(py), "{call}: {error}");
            }
        }
    }
    Ok(())
}

/// The function called by Rust, in every way.
fn call_from_rust(py: Python<'_>) -> PyResult<()> {
    let f = py_fn!(py, everything(py, a, b = "b".to_owned(), *rest, c = None, **others))?;
    let options = PyDict::new(py);
    options.set_item("c", 1.5)?;
    options.set_item("other", PyList::empty(py))?;
    f.call1((1,))?;
    f.call1((1, "x", "y"))?;
    f.call((1, "x", "y"), &options)?;
    f.call((1,), Some(&options))?;
    f.call(PyTuple::new(py, [1])?, None::<&Bound<'_, PyDict>>)?;
    f.call0().unwrap_err();
    f.call1(("x",)).unwrap_err();
    f.call((1, 2), &options).unwrap_err();
    f.call_method0("no_such_method").unwrap_err();
    f.call_method0("__repr__")?;
    f.call_method1("__getattribute__", ("__name__",))?;
    f.call_method("__call__", (1,), &options)?;
    let stored = f.unbind().into_any();
    stored.call1(py, (1, "x"))?;
    stored.call0(py).unwrap_err();
    Ok(())
}

fn panics(py: Python<'_>, kind: &'static str) -> PyResult<()> {
    let f = py_fn!(py, fails(kind))?;
    let scope = PyDict::new(py);
    scope.set_item("f", &f)?;
    scope.set_item("kind", kind)?;
    // Python catches it …
    py.run("try: f(kind)\nexcept BaseException as error: message = str(error)", None, Some(&scope))?;
    // … or it goes through, and is a panic in Rust again when somebody looks at it.
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| f.call1((kind,)).map(drop)));
    assert!(caught.is_err() || caught.is_ok_and(|result| result.is_err()));
    Ok(())
}

pub(crate) const CASES: &[Case] = &[
    ("no arguments", |py| call(py_fn!(py, nothing()), &["f()", "!f(1)", "!f(x=1)", "!f(1, x=1)"])),
    ("two numbers", |py| {
        call(
            py_fn!(py, sum(a, b)),
            &[
                "f(1, 2)",
                "f(a=1, b=2)",
                "f(1, b=2)",
                "f(10**15, 2)",
                "f(*[1, 2])",
                "f(**{'a': 1, 'b': Index()})",
            ],
        )
    }),
    ("two numbers, wrong", |py| {
        call(
            py_fn!(py, sum(a, b)),
            &[
                "!f()",
                "!f(1)",
                "!f(1, 2, 3)",
                "!f(1, 2, a=3)",
                "!f(1, c=2)",
                "!f(b=1)",
                "!f('x', 1)",
                "!f(1, [])",
                "!f(10**30, 1)",
                "!f(1, Broken())",
                "!f(1.5, 1)",
                "!f(1, 2, **{'c' * 50: 1})",
            ],
        )
    }),
    ("defaults", |py| {
        call(
            py_fn!(py, sum(a = 1, b = 2)),
            &["f()", "f(5)", "f(b=5)", "f(b=1, a=2)", "!f(1, 2, 3)", "!f(1, a=2)"],
        )
    }),
    ("a default that fails", |py| call(py_fn!(py, sum(a, b = "x".parse()?)), &["f(1, 2)", "!f(1)"])),
    ("text", |py| {
        call(
            py_fn!(py, text(text, /, times = 1)),
            &[
                "f('ab')",
                "f(u'\\u00e9\\U0001f600', 3)",
                "!f('a', -1)",
                "!f(text='a')",
                "!f(1)",
                "!f(Broken())",
            ],
        )
    }),
    ("objects", |py| call(py_fn!(py, object(x)), &["f([])", "f(None)", "f(x={})", "f(f)"])),
    ("stored objects", |py| call(py_fn!(py, stored(x)), &["f([])", "f(None)", "f(x={})"])),
    ("keyword-only", |py| {
        call(
            py_fn!(py, sum(a, *, b = 2)),
            &["f(1)", "f(1, b=3)", "f(b=1, a=3)", "!f(1, 2)", "!f(1, 2, b=3)", "!f(b=1)", "!f(1, c=1)"],
        )
    }),
    ("*rest", |py| {
        call(
            py_fn!(py, rest(first, *rest)),
            &["f(1)", "f(1, 2, 3)", "!f()", "!f(1, 2, 'x')", "!f(1, rest=[])"],
        )
    }),
    ("*rest, lent", |py| call(py_fn!(py, borrowed_rest(*rest)), &["f()", "f(1, [], 'x')", "!f(x=1)"])),
    ("*rest, tuple", |py| call(py_fn!(py, tuple_rest(*rest)), &["f()", "f(1, [], 'x')"])),
    ("**keywords, map", |py| {
        call(py_fn!(py, keywords(**rest)), &["f()", "f(a=1, b=2)", "!f(1)", "!f(a='x')", "!f(a=1, b=10**30)"])
    }),
    ("**keywords, dict", |py| {
        call(
            py_fn!(py, dict_keywords(a = None, **rest)),
            &["f()", "f(1)", "f(x=1)", "f(1, x=1, y=[])", "!f(1, 2)", "!f(1, a=1)"],
        )
    }),
    ("everything", |py| {
        call(
            py_fn!(py, everything(py, a, b = "b".to_owned(), *rest, c = None, **others)),
            &[
                "f(1)",
                "f(1, 'b', 'c', 'd', c=1, e=[], f=f)",
                "f(a=1, z=2)",
                "!f()",
                "!f(1, 2)",
                "!f(1, 'b', 2, c=1)",
                "!f(1, c='x', d=[])",
                "!f(1, 'b', a=1, z=[])",
            ],
        )
    }),
    ("more parameters than fit on the stack", |py| {
        #[allow(clippy::too_many_arguments)]
        fn many(
            a: i8,
            b: i8,
            c: i8,
            d: i8,
            e: i8,
            f: i8,
            g: i8,
            h: i8,
            i: i8,
            j: i8,
            k: i8,
            l: i8,
            m: i8,
            n: i8,
        ) -> i8 {
            a + b + c + d + e + f + g + h + i + j + k + l + m + n
        }
        call(
            py_fn!(py, many(a, b, c, d, e, f, g, h, i, j, k, l, m, n = 1)),
            &[
                "f(*range(13))",
                "f(*range(12), **{'m': 1})",
                "!f()",
                "!f(*range(15))",
                "!f(*range(13), **{'x': []})",
            ],
        )
    }),
    ("errors", |py| {
        call(py_fn!(py, fails(kind)), &["f('')", "!f('value')", "!f('io')", "!f('os')", "!f('parse')"])
    }),
    ("a panic", |py| panics(py, "panic")),
    ("a panic with a value", |py| panics(py, "panic with a value")),
    ("called by Rust", call_from_rust),
    ("closures", |py| {
        let owned = (Arc::new([1, 2, 3]), PyList::empty(py).unbind(), "text".to_owned());
        let f = py_fn!(
            py,
            /// Docs.
            closure(py, key = 0) = move |py: Python<'_>, key: usize| -> PyResult<i32> {
                owned.1.bind(py).append(&owned.2)?;
                owned.0.get(key).copied().ok_or_else(|| PyValueError::new_err("no such key"))
            }
        );
        call(f, &["f()", "f(2)", "!f(3)", "f.__doc__", "f.__name__", "f.__self__"])
    }),
    ("a closure that holds itself through Python", |py| {
        // A plain closure has no way to show the collector what it holds, so that the loop is cut by hand.
        let list = PyList::empty(py);
        let held = list.clone().unbind();
        let f = py_fn!(py, closure(py) = move |py: Python<'_>| held.bind(py).len())?;
        list.append(&f)?;
        f.call0()?;
        list.clear()
    }),
    ("described", |py| {
        let f = py_fn!(py, everything(py, a, b = "b".to_owned(), *rest, c = None, **others))?;
        f.getattr_opt("__text_signature__")?;
        f.repr()?;
        py.import("inspect")?.getattr("getdoc")?.call1((f,))?;
        Ok(())
    }),
];
