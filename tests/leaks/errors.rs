//! Errors: made, looked at, raised, taken, chained, printed, dropped.

use crate::measure::Case;
use pyrules::exceptions::{PyKeyError, PyOSError, PyRuntimeError, PyTypeError, PyUserWarning, PyValueError};
use pyrules::prelude::*;
use pyrules::{PyTraceback, PyType};
use std::io;

py_exception! {
    /// One of ours.
    exception Ours(PyValueError) in leaks;
}

py_import_exception!(decimal, InvalidOperation);

fn made<'py>(py: Python<'py>) -> Vec<PyErr> {
    let list = PyList::empty(py);
    vec![
        PyErr::new::<PyValueError, _>("text"),
        PyErr::new::<PyValueError, _>(()),
        PyValueError::new_err(("text".to_owned(), 1, vec![1.5])),
        PyKeyError::new_err(list.clone().unbind()),
        Ours::new_err("ours"),
        InvalidOperation::new_err("imported"),
        PyErr::from_type(&py.get_type::<PyTypeError>(), "by class"),
        PyErr::from_type(&py.get_type::<PyList>(), "no exception"),
        PyErr::from_value(py.get_type::<PyTypeError>().call1(("by value",)).unwrap()),
        PyErr::from_value(list.into_any()),
        list_error(py),
        downcast_error(py),
        io::Error::from_raw_os_error(2).into(),
        io::Error::other("other").into(),
        io::Error::other(PyErr::new::<PyKeyError, _>("inside")).into(),
        String::from_utf8(b"a\xff".to_vec()).unwrap_err().into(),
        std::str::from_utf8(&"aÿ".as_bytes()[..2]).unwrap_err().into(),
        "x".parse::<f64>().unwrap_err().into(),
        "x".parse::<i32>().unwrap_err().into(),
        u8::try_from(300_i32).unwrap_err().into(),
    ]
}

fn list_error(py: Python<'_>) -> PyErr {
    PyList::empty(py).get_item(3).unwrap_err()
}

fn downcast_error(py: Python<'_>) -> PyErr {
    PyList::empty(py).into_any().downcast_into::<PyDict>().unwrap_err().into()
}

fn raised(py: Python<'_>) -> PyErr {
    py.run("def f(x):\n    raise KeyError(x)\nf([1])", None, None).unwrap_err()
}

pub(crate) const CASES: &[Case] = &[
    ("made and dropped", |py| {
        drop(made(py));
        Ok(())
    }),
    ("made and looked at", |py| {
        for error in made(py) {
            error.value(py);
            error.get_type(py);
            error.to_string();
            drop(format!("{error:?}"));
            error.matches(py, py.get_type::<PyValueError>())?;
            error.is_instance_of::<PyOSError>(py);
            error.is_instance_of::<Ours>(py);
            error.is_instance_of::<InvalidOperation>(py);
            error.clone_ref(py).value(py);
        }
        Ok(())
    }),
    ("cloned before it is made", |py| {
        for error in made(py) {
            drop(error.clone_ref(py));
        }
        Ok(())
    }),
    ("raised and taken", |py| {
        assert!(PyErr::take(py).is_none());
        PyErr::fetch(py).value(py);
        for error in made(py) {
            error.restore(py);
            assert!(PyErr::occurred(py));
            PyErr::take(py).unwrap().value(py);
        }
        for error in made(py) {
            error.restore(py);
            PyErr::new::<PyRuntimeError, _>("instead").restore(py);
            drop(PyErr::fetch(py));
        }
        Ok(())
    }),
    ("into the object", |py| {
        for error in made(py) {
            let object = error.into_value(py);
            drop(PyErr::from_value(object.into_bound(py).into_any()));
        }
        Ok(())
    }),
    ("dropped by another thread, detached", |py| {
        for error in made(py).into_iter().chain([raised(py)]) {
            error.is_instance_of::<PyOSError>(py);
            py.detach(|| std::thread::spawn(move || drop(error)).join().unwrap());
        }
        Python::attach(|_| ());
        Ok(())
    }),
    ("a traceback", |py| {
        let error = raised(py);
        let traceback = error.traceback(py).unwrap();
        traceback.format()?;
        traceback.frame()?.code()?;
        traceback.frame()?.globals()?;
        traceback.frame()?.outer()?;
        traceback.next()?.unwrap().frame()?.locals()?;
        error.set_traceback(py, None::<&Bound<'_, PyTraceback>>);
        assert!(error.traceback(py).is_none());
        error.set_traceback(py, Some(&traceback));
        Ok(())
    }),
    ("cause and context", |py| {
        let error = raised(py);
        error.set_cause(py, Some(raised(py)));
        error.set_context(py, Some(PyErr::new::<PyKeyError, _>("context")));
        error.cause(py).unwrap().to_string();
        error.context(py).unwrap().to_string();
        error.set_cause(py, None);
        assert!(error.cause(py).is_none());
        error.set_cause(py, Some(PyErr::new::<PyKeyError, _>("again")));
        error.add_note(py, "a note")?;
        let in_python = py.run("try: {}[1]\nexcept KeyError: int('x')", None, None).unwrap_err();
        in_python.context(py);
        in_python.traceback_text(py);
        Ok(())
    }),
    ("printed", |py| {
        let sys = py.import("sys")?;
        let before = sys.getattr("stderr")?;
        sys.setattr(
            "stderr",
            py.import("io")?.call_method0(if py.version_info() < (3, 0) { "BytesIO" } else { "StringIO" })?,
        )?;
        for error in made(py).into_iter().chain([raised(py)]) {
            error.print(py);
            error.traceback_text(py);
            error.write_unraisable(py, Some(sys.as_any()));
        }
        raised(py).write_unraisable(py, None);
        sys.setattr("stderr", before)
    }),
    ("io::Error and back", |py| {
        for error in made(py).into_iter().chain([raised(py)]) {
            let error = io::Error::from(error);
            let _ = (error.kind(), error.to_string());
            PyErr::from(error).value(py);
        }
        Ok(())
    }),
    ("warnings", |py| {
        let category = py.get_type::<PyUserWarning>();
        PyErr::warn(py, &category, "text", 1)?;
        PyErr::warn(py, &py.get_type::<PyList>(), "text", 1).unwrap_err();
        PyErr::warn(py, &category, "te\0xt", 1).unwrap_err();
        PyErr::warn_explicit(py, &category, "text", "file", 1, Some("module"), None)?;
        py.run("warnings.simplefilter('error')", None, None)?;
        let raised = PyErr::warn(py, &category, "another text", 1);
        py.run("warnings.simplefilter('ignore')", None, None)?;
        raised.unwrap_err().value(py);
        Ok(())
    }),
    ("a class that cannot be instantiated", |py| {
        py.run("class Stubborn(Exception):\n    def __init__(self): pass", None, None)?;
        let class = py.eval("Stubborn", None, None)?.downcast_into::<PyType>()?;
        let error = PyErr::from_type(&class, (1, 2, 3));
        error.value(py);
        error.restore(py);
        drop(PyErr::take(py));
        py.run("del Stubborn", None, None)
    }),
    ("a new class", |py| {
        let doc = Some("docs");
        let base = py.get_type::<PyValueError>();
        let class = PyErr::new_type(py, "leaks.New", doc, Some(base.as_any()), None)?;
        PyErr::from_type(&class, "x").value(py);
        Ok(())
    }),
];
