//! Nothing is lost: the interpreter's own counts do not grow over repetitions.
//!
//! A debug build counts references (`sys.gettotalrefcount`), any other 3.x the blocks of memory
//! (`sys.getallocatedblocks`); a plain 2.7 counts neither. All counts are those of the whole process, so that the cases of this file
//! are one test.

use pyrules::exceptions::{PyKeyError, PyOSError, PyUnicodeDecodeError, PyValueError};
use pyrules::{Bound, FromPyObject, IntoPyObject, PyAny, PyDict, PyErr, PyObject, Python, py_exception};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

py_exception!(leaks, Ours, PyValueError);

/// How many repetitions are counted, and by how many the count may differ by chance: less than one in each.
const ROUNDS: usize = 100;
const CHANCE: i64 = 50;

fn count(py: Python<'_>) -> Option<i64> {
    let sys = py.import("sys").unwrap();
    py.import("gc").unwrap().call_method0("collect").unwrap();
    for name in ["gettotalrefcount", "getallocatedblocks"] {
        if let Some(function) = sys.getattr_opt(name).unwrap() {
            return Some(function.call0().unwrap().extract().unwrap());
        }
    }
    None
}

#[track_caller]
fn steady<'py>(py: Python<'py>, what: &str, mut f: impl FnMut(Python<'py>)) {
    let mut growth = 0;
    // Caches and free lists fill up in the beginning; what is lost in each round is lost in each attempt.
    for _ in 0..4 {
        let before = count(py);
        for _ in 0..ROUNDS {
            f(py);
        }
        let (Some(before), Some(after)) = (before, count(py)) else { return };
        growth = after - before;
        if growth < CHANCE {
            return;
        }
    }
    panic!("{what}: {growth} more after {ROUNDS} rounds");
}

fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    py.eval(code, None, None).unwrap()
}

/// Converts the value of an expression; whether it converts does not matter.
fn from_python<T>(py: Python<'_>, code: &str)
where
    T: for<'a, 'py> FromPyObject<'a, 'py>,
{
    steady(py, &format!("{} from {code}", std::any::type_name::<T>()), |py| {
        if let Err(error) = eval(py, code).extract::<T>() {
            // Building the exception is part of it.
            let _ = error.to_string();
        }
    });
}

fn to_python<T: for<'py> IntoPyObject<'py>>(py: Python<'_>, make: impl Fn() -> T) {
    steady(py, &format!("{} to Python", std::any::type_name::<T>()), |py| {
        if let Err(error) = make().into_pyobject(py) {
            let _ = error.to_string();
        }
    });
}

#[test]
fn counts_stay_as_they_are() {
    Python::attach(|py| {
        conversions_from_python(py);
        conversions_to_python(py);
        errors(py);
    });
}

fn conversions_from_python(py: Python<'_>) {
    for code in
        ["12345", "2**40", "2**100", "2**200", "-2**100", "1.5", "u'text'", "b'bytes'", "None", "object()"]
    {
        from_python::<u8>(py, code);
        from_python::<i64>(py, code);
        from_python::<u64>(py, code);
        from_python::<i128>(py, code);
        from_python::<u128>(py, code);
        from_python::<f64>(py, code);
        from_python::<bool>(py, code);
        from_python::<char>(py, code);
        from_python::<String>(py, code);
        from_python::<Vec<u8>>(py, code);
        from_python::<PathBuf>(py, code);
        from_python::<Option<PyObject>>(py, code);
    }
    for code in [
        "[10**6, 10**7]",
        "(10**6, 10**7)",
        "[1, 'a']",
        "(1, 'a')",
        "range(3)",
        "bytearray(b'ab')",
        "{300: 400}",
    ] {
        from_python::<Vec<i64>>(py, code);
        from_python::<Vec<u8>>(py, code);
        from_python::<[i64; 2]>(py, code);
        from_python::<(i64, i64)>(py, code);
        from_python::<Vec<PyObject>>(py, code);
        from_python::<HashSet<i64>>(py, code);
        from_python::<BTreeMap<i64, i64>>(py, code);
        from_python::<std::ops::Range<i32>>(py, code);
    }
    from_python::<HashMap<String, Vec<f64>>>(py, "{'a': [1.5], 'b': [2.5, None]}");
    from_python::<Duration>(py, "__import__('datetime').timedelta(5, 7, 9)");
    from_python::<SystemTime>(py, "__import__('datetime').datetime(2020, 1, 2)");
    from_python::<std::net::IpAddr>(py, "u'127.0.0.1'");
    from_python::<std::net::SocketAddr>(py, "(u'127.0.0.1', 70000)");
    from_python::<String>(py, "u'\\ud800'");
}

fn conversions_to_python(py: Python<'_>) {
    to_python(py, || u128::MAX);
    to_python(py, || i128::MIN);
    to_python(py, || i64::MAX);
    to_python(py, || "some text".to_owned());
    to_python(py, || vec![1u8, 2, 3]);
    to_python(py, || vec![vec![1000.5; 10]; 10]);
    to_python(py, || (1000, "text", 1.5, Some(10_000)));
    to_python(py, || HashMap::from([(1000, "value"), (2000, "other")]));
    to_python(py, || BTreeSet::from(["one", "two"]));
    to_python(py, || BTreeMap::from([(vec![1000], 1)]));
    to_python(py, || BTreeSet::from([vec![1000]]));
    to_python(py, || vec![Ok(1000), Err(PyKeyError::new_err("in the middle"))]);
    to_python(py, || PathBuf::from("a/path"));
    to_python(py, || Duration::from_millis(123_456_789));
    to_python(py, || SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_007));
    to_python(py, || std::net::Ipv4Addr::LOCALHOST);
    to_python(py, || "1.2.3.4:5".parse::<std::net::SocketAddr>().unwrap());
    to_python(py, || 1000..2000);
    to_python(py, || 1000u64..=u64::MAX);
}

fn errors(py: Python<'_>) {
    steady(py, "an error that nobody looks at", |_| drop(PyValueError::new_err("text")));
    steady(py, "an error that is shown", |_| drop(PyValueError::new_err(("text", 1000)).to_string()));
    steady(py, "an error that is raised and taken", |py| {
        PyOSError::new_err((2000, "text")).restore(py);
        let _ = PyErr::take(py).unwrap().to_string();
    });
    steady(py, "an exception of our own", |py| {
        let error = Ours::new_err("text");
        assert!(error.value(py).downcast::<Ours>().is_ok());
    });
    steady(py, "an exception from Python code", |py| {
        let scope = PyDict::new(py);
        let error = py.run("def f(): raise KeyError(1000)\nf()", Some(&scope), None).unwrap_err();
        let _ = error.traceback_text(py);
        let _ = (error.traceback(py), error.cause(py), error.context(py));
        error.set_traceback(py, None);
    });
    steady(py, "a chain", |py| {
        let error = PyValueError::new_err("outer");
        error.set_cause(py, Some(PyKeyError::new_err("cause")));
        error.set_context(py, Some(PyKeyError::new_err("context")));
        let _ = (error.cause(py), error.context(py), error.clone_ref(py));
        error.add_note(py, "a note").unwrap();
    });
    steady(py, "errors of the standard library", |py| {
        let _ = PyErr::from(std::fs::File::open("/no/such/file").unwrap_err()).to_string();
        let error = PyErr::from(String::from_utf8(vec![b'a', 0xff]).unwrap_err());
        assert!(error.value(py).downcast::<PyUnicodeDecodeError>().is_ok());
        let _ = std::io::Error::from(error).to_string();
    });
    steady(py, "a class made at run time", |py| {
        let class = PyErr::new_type(py, "leaks.Made", Some("doc"), None, None).unwrap();
        let _ = PyErr::from_type(&class, 1).to_string();
    });
}
