//! Python's own rendering.

use crate::support::{captured, raised, turn};
use pyrules::exceptions::*;
use pyrules::{PyErr, Python};

const NESTED: &str = "
def inner():
    raise KeyError('inner')
def outer():
    inner()
outer()
";

#[test]
fn the_traceback_as_text() {
    Python::attach(|py| {
        let text = raised(py, NESTED).traceback_text(py);
        assert!(text.starts_with("Traceback (most recent call last):\n"), "{text}");
        for part in ["line 6, in <module>", "line 5, in outer", "line 3, in inner"] {
            assert!(text.contains(part), "{text}");
        }
        assert!(text.ends_with("KeyError: 'inner'\n"), "{text}");
        assert_eq!(PyValueError::new_err("no frames").traceback_text(py), "ValueError: no frames\n");
        let umlaut = raised(py, "raise ValueError(u'Gr\\xfc\\xdfe')").traceback_text(py);
        if py.version_info() >= (3, 0) {
            assert!(umlaut.ends_with("ValueError: Grüße\n"), "{umlaut}");
        }
    });
}

#[test]
fn causes_and_contexts_are_shown() {
    Python::attach(|py| {
        if py.version_info() < (3, 0) {
            return;
        }
        let text =
            raised(py, "try:\n    1 // 0\nexcept ZeroDivisionError as e:\n    raise ValueError(2) from e")
                .traceback_text(py);
        assert!(text.contains("ZeroDivisionError"), "{text}");
        assert!(text.contains("was the direct cause of the following exception"), "{text}");
        let text = raised(py, "try:\n    1 // 0\nexcept ZeroDivisionError:\n    raise ValueError(2)")
            .traceback_text(py);
        assert!(text.contains("During handling of the above exception"), "{text}");
        let error = PyValueError::new_err("made in Rust");
        error.set_cause(py, Some(PyKeyError::new_err("also in Rust")));
        let text = error.traceback_text(py);
        assert!(
            text.contains("KeyError: 'also in Rust'") && text.ends_with("ValueError: made in Rust\n"),
            "{text}"
        );
    });
}

#[test]
fn a_syntax_error_has_its_caret() {
    Python::attach(|py| {
        let text = raised(py, "x = (1 +\n").traceback_text(py);
        assert!(text.contains('^') && text.contains("SyntaxError"), "{text}");
    });
}

#[test]
fn printing() {
    let _turn = turn();
    Python::attach(|py| {
        let error = raised(py, NESTED);
        let text = captured(py, || error.print(py));
        assert!(text.starts_with("Traceback") && text.ends_with("KeyError: 'inner'\n"), "{text}");
        assert!(!PyErr::occurred(py));
    });
}

#[test]
fn printing_does_not_end_the_process() {
    let _turn = turn();
    Python::attach(|py| {
        let error = raised(py, "raise SystemExit(3)");
        let text = captured(py, || error.print(py));
        assert!(text.ends_with("SystemExit: 3\n"), "{text}");

        let sys = py.import("sys").unwrap();
        let hook = sys.getattr("excepthook").unwrap();
        let scope = pyrules::PyDict::new(py);
        py.run("import sys\ndef hook(*args): sys.exit(5)\nsys.excepthook = hook", Some(&scope), None)
            .unwrap();
        let text = captured(py, || PyValueError::new_err("original").print(py));
        sys.setattr("excepthook", hook).unwrap();
        assert!(text.contains("Error in sys.excepthook:") && text.contains("SystemExit: 5"), "{text}");
        assert!(text.contains("Original exception was:") && text.contains("ValueError: original"), "{text}");
    });
}

#[test]
fn for_the_debugger() {
    let _turn = turn();
    Python::attach(|py| {
        let error = raised(py, "1 // 0");
        captured(py, || error.print_and_set_sys_last_vars(py));
        let sys = py.import("sys").unwrap();
        assert!(sys.getattr("last_value").unwrap().is(error.value(py)));
        assert!(sys.getattr("last_type").unwrap().is(&error.get_type(py)));
        assert!(sys.getattr("last_traceback").unwrap().is(&error.traceback(py).unwrap()));
    });
}

#[test]
fn unraisable() {
    let _turn = turn();
    Python::attach(|py| {
        let place = py.eval("'the place'", None, None).unwrap();
        let text = captured(py, || PyValueError::new_err("nowhere to go").write_unraisable(py, Some(&place)));
        assert!(text.contains("nowhere to go") && text.contains("the place"), "{text}");
        let text = captured(py, || {
            PyKeyError::new_err("pending").restore(py);
            PyValueError::new_err("no place").write_unraisable(py, None);
            assert_eq!(PyErr::take(py).unwrap().to_string(), "KeyError: 'pending'");
        });
        assert!(text.contains("no place") && !text.contains("pending"), "{text}");
    });
}
