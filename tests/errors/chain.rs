//! Traceback, cause, context, notes.

use crate::support::raised;
use pyrules::exceptions::*;
use pyrules::{PyErr, Python};

#[test]
fn tracebacks() {
    Python::attach(|py| {
        assert!(PyValueError::new_err(1).traceback(py).is_none());
        let error = raised(py, "def f():\n    1 // 0\nf()");
        let traceback = error.traceback(py).expect("it was raised in Python code");
        assert_eq!(traceback.getattr("tb_lineno").unwrap().extract::<i32>().unwrap(), 3);
        error.set_traceback(py, None);
        assert!(error.traceback(py).is_none());
        let other = PyValueError::new_err("moved");
        other.set_traceback(py, Some(&traceback));
        assert!(other.traceback(py).unwrap().is(&traceback));
    });
}

#[test]
fn a_traceback_survives_rust() {
    Python::attach(|py| {
        let error = raised(py, "def f():\n    1 // 0\nf()");
        let before = error.traceback(py).unwrap();
        error.restore(py);
        let error = PyErr::take(py).unwrap();
        assert_eq!(
            error.traceback(py).unwrap().getattr("tb_lineno").unwrap().extract::<i32>().unwrap(),
            before.getattr("tb_lineno").unwrap().extract::<i32>().unwrap()
        );
    });
}

#[test]
fn causes_and_contexts() {
    Python::attach(|py| {
        let error = PyValueError::new_err("outer");
        assert!(error.cause(py).is_none());
        assert!(error.context(py).is_none());
        error.set_cause(py, Some(PyKeyError::new_err("cause")));
        error.set_context(py, Some(PyTypeError::new_err("context")));
        assert_eq!(error.cause(py).unwrap().to_string(), "KeyError: 'cause'");
        assert_eq!(error.context(py).unwrap().to_string(), "TypeError: context");
        error.set_cause(py, None);
        error.set_context(py, None);
        assert!(error.cause(py).is_none());
        assert!(error.context(py).is_none());

        if py.version_info() >= (3, 0) {
            let error = raised(
                py,
                "try:\n    1 // 0\nexcept ZeroDivisionError as e:\n    raise ValueError(2) from e",
            );
            assert_eq!(error.cause(py).unwrap().get_type(py).name().unwrap(), "ZeroDivisionError");
            assert!(error.context(py).unwrap().value(py).is(error.cause(py).unwrap().value(py)));
        }
    });
}

#[test]
fn references_of_causes_are_counted() {
    Python::attach(|py| {
        let cause = PyKeyError::new_err("cause");
        let before = cause.value(py).refcount();
        for _ in 0..10 {
            let error = PyValueError::new_err("outer");
            error.set_cause(py, Some(cause.clone_ref(py)));
            error.set_context(py, Some(cause.clone_ref(py)));
            assert_eq!(cause.value(py).refcount(), before + 2);
            drop(error.cause(py));
            drop(error.context(py));
            assert_eq!(cause.value(py).refcount(), before + 2);
        }
        assert_eq!(cause.value(py).refcount(), before);
    });
}

#[test]
fn notes() {
    Python::attach(|py| {
        let error = PyValueError::new_err("text");
        error.add_note(py, "first").unwrap();
        error.add_note(py, "second").unwrap();
        let notes: Vec<String> = error.value(py).getattr("__notes__").unwrap().extract().unwrap();
        assert_eq!(notes, ["first", "second"]);
        if py.version_info() >= (3, 11) {
            assert!(error.traceback_text(py).ends_with("ValueError: text\nfirst\nsecond\n"));
        }
    });
}
