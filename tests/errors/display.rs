//! How an error is written in Rust.

use crate::support::raised;
use pyrules::exceptions::*;
use pyrules::{PyErr, Python};

#[test]
fn display() {
    assert_eq!(PyValueError::new_err("text").to_string(), "ValueError: text");
    assert_eq!(PyValueError::new_err(()).to_string(), "ValueError");
    assert_eq!(PyKeyError::new_err("k").to_string(), "KeyError: 'k'");
    Python::attach(|py| {
        let error = py.import("no_such_module_anywhere").unwrap_err();
        assert!(error.to_string().contains("Error: No module named "), "{error}");
        let error = raised(py, "class Mine(Exception): pass\nMine.__module__ = 'there'\nraise Mine('x')");
        assert_eq!(error.to_string(), "there.Mine: x");
        let error = raised(
            py,
            "class Bad(Exception):\n    def __str__(self): 1 // 0\n    __repr__ = __str__\nraise Bad",
        );
        assert!(error.to_string().ends_with("Bad: <exception str() failed>"), "{error}");
        assert!(format!("{error:?}").contains("<exception repr() failed>"), "{error:?}");
        assert!(!PyErr::occurred(py));
    });
}

#[test]
fn debug() {
    Python::attach(|py| {
        let error = PyValueError::new_err(1);
        let text = format!("{error:?}");
        assert!(text.starts_with("PyErr { type: ValueError, value: ValueError(1"), "{text}");
        assert!(text.ends_with("traceback: None }"), "{text}");
        let error = raised(py, "1 // 0");
        assert!(format!("{error:?}").ends_with("traceback: Some(…) }"), "{error:?}");
    });
}

#[test]
fn showing_one_error_keeps_another() {
    Python::attach(|py| {
        PyKeyError::new_err("set").restore(py);
        let shown = PyValueError::new_err("shown");
        assert_eq!(shown.to_string(), "ValueError: shown");
        assert!(format!("{shown:?}").contains("shown"));
        assert_eq!(PyErr::take(py).unwrap().to_string(), "KeyError: 'set'");
    });
}
