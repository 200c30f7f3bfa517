//! Warnings.

use crate::support::turn;
use pyrules::exceptions::*;
use pyrules::{PyDict, PyErr, Python};

/// Runs `f` with all warnings recorded, and returns class name, text and line of each.
fn recorded(py: Python<'_>, filter: &str, f: impl FnOnce()) -> Vec<(String, String, u32)> {
    let warnings = py.import("warnings").unwrap();
    let kwargs = PyDict::new(py);
    kwargs.set_item("record", true).unwrap();
    let manager = warnings.call_method("catch_warnings", (), Some(&kwargs)).unwrap();
    let list = manager.call_method0("__enter__").unwrap();
    warnings.call_method1("simplefilter", (filter,)).unwrap();
    f();
    let none = py.eval("None", None, None).unwrap();
    manager.call_method1("__exit__", (&none, &none, &none)).unwrap();
    list.try_iter()
        .unwrap()
        .map(|warning| {
            let warning = warning.unwrap();
            let text = |name: &str| warning.getattr(name).unwrap();
            (
                text("category").getattr("__name__").unwrap().extract().unwrap(),
                text("message").str().unwrap().to_string(),
                text("lineno").extract().unwrap(),
            )
        })
        .collect()
}

#[test]
fn warning() {
    let _turn = turn();
    Python::attach(|py| {
        let seen = recorded(py, "always", || {
            PyErr::warn(py, &py.get_type::<PyUserWarning>(), "careful", 1).unwrap();
            PyErr::warn(py, &py.get_type::<PyDeprecationWarning>(), "old", 1).unwrap();
        });
        assert_eq!(seen[0].0, "UserWarning");
        assert_eq!(seen[0].1, "careful");
        assert_eq!(seen[1].0, "DeprecationWarning");
        assert_eq!(seen.len(), 2);
    });
}

#[test]
fn a_warning_that_is_an_error() {
    let _turn = turn();
    Python::attach(|py| {
        recorded(py, "error", || {
            let error = PyErr::warn(py, &py.get_type::<PyUserWarning>(), "too much", 1).unwrap_err();
            assert_eq!(error.to_string(), "UserWarning: too much");
        });
        let error = PyErr::warn(py, &py.get_type::<PyUserWarning>(), "a\0b", 1).unwrap_err();
        assert!(error.is_instance_of::<PyValueError>(py));
        let error = PyErr::warn(py, &py.get_type::<PyList>(), "x", 1).unwrap_err();
        assert!(error.is_instance_of::<PyTypeError>(py), "{error}");
    });
}

use pyrules::PyList;

#[test]
fn a_warning_about_a_place() {
    let _turn = turn();
    Python::attach(|py| {
        let registry = PyDict::new(py);
        let seen = recorded(py, "default", || {
            for _ in 0..2 {
                let category = py.get_type::<PyRuntimeWarning>();
                PyErr::warn_explicit(py, &category, "there", "file.py", 17, Some("module"), Some(&registry))
                    .unwrap();
            }
        });
        assert_eq!(seen, [("RuntimeWarning".to_owned(), "there".to_owned(), 17)]);
        assert!(!registry.is_empty());
    });
}
