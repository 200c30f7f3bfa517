//! `py_exception!`, `py_import_exception!`, and classes made at run time.

use pyrules::exceptions::*;
use pyrules::{PyErr, PyTuple, Python, py_exception, py_import_exception};

py_exception! {
    /// A shape has no area.
    ///
    ///   - indented
    pub exception ShapeError in shapes;

    /// A side is too short.
    pub(crate) exception TooSmall(ShapeError) in shapes;

    #[allow(missing_docs)]
    exception Deep(PyValueError) in shapes.inner.deep;

    #[cfg(any())]
    exception Never(NoSuchBase) in shapes;
}
py_exception!(older, Plain);
py_exception!(older.package, WithBase, PyKeyError);
py_exception!(older, WithDoc, PyOSError, "What it means.");
py_import_exception!(json.decoder, JSONDecodeError);
py_import_exception!(decimal, InvalidOperation);
py_import_exception!(no_such_module_anywhere, Missing);

fn attribute<T: pyrules::PyTypeInfo>(name: &str) -> Option<String> {
    Python::attach(|py| py.get_type::<T>().getattr(name).unwrap().extract().unwrap())
}

#[test]
fn what_the_class_is() {
    assert_eq!(attribute::<ShapeError>("__name__").unwrap(), "ShapeError");
    assert_eq!(attribute::<ShapeError>("__module__").unwrap(), "shapes");
    assert_eq!(attribute::<ShapeError>("__doc__").unwrap(), "A shape has no area.\n\n  - indented");
    assert_eq!(attribute::<TooSmall>("__doc__").unwrap(), "A side is too short.");
    assert_eq!(attribute::<Deep>("__module__").unwrap(), "shapes.inner.deep");
    assert_eq!(attribute::<Deep>("__doc__"), None);
    assert_eq!(attribute::<Plain>("__module__").unwrap(), "older");
    assert_eq!(attribute::<WithBase>("__module__").unwrap(), "older.package");
    assert_eq!(attribute::<WithDoc>("__doc__").unwrap(), "What it means.");
    Python::attach(|py| {
        fn base<'py, T: pyrules::PyTypeInfo>(py: Python<'py>) -> pyrules::Bound<'py, pyrules::PyAny> {
            py.get_type::<T>().bases().unwrap().get_item(0).unwrap()
        }
        assert!(base::<ShapeError>(py).is(&py.get_type::<PyException>()));
        assert!(base::<TooSmall>(py).is(&py.get_type::<ShapeError>()));
        assert!(base::<Deep>(py).is(&py.get_type::<PyValueError>()));
        assert!(base::<Plain>(py).is(&py.get_type::<PyException>()));
        assert!(base::<WithBase>(py).is(&py.get_type::<PyKeyError>()));
        assert!(py.get_type::<Deep>().is(&py.get_type::<Deep>()));
    });
}

#[test]
fn raising_and_catching() {
    Python::attach(|py| {
        let error = TooSmall::new_err(("side", 3));
        assert_eq!(error.to_string(), "shapes.TooSmall: ('side', 3)");
        assert!(error.is_instance_of::<TooSmall>(py));
        assert!(error.is_instance_of::<ShapeError>(py));
        assert!(!error.is_instance_of::<Deep>(py));
        assert!(error.value(py).downcast::<TooSmall>().is_ok());
        assert!(PyValueError::new_err(1).value(py).downcast::<Deep>().is_err());
        // The number makes the attributes of an OSError here too.
        let error = WithDoc::new_err((2, "text"));
        assert_eq!(error.value(py).getattr("errno").unwrap().extract::<i32>().unwrap(), 2);

        let scope = pyrules::PyDict::new(py);
        scope.set_item("TooSmall", py.get_type::<TooSmall>()).unwrap();
        let error = py.run("raise TooSmall(1)", Some(&scope), None).unwrap_err();
        assert!(error.is_instance_of::<ShapeError>(py));
        let error = error.into_value(py).into_bound(py).into_any();
        assert!(error.downcast::<TooSmall>().unwrap().getattr("args").unwrap().downcast::<PyTuple>().is_ok());
    });
}

#[test]
fn imported_classes() {
    Python::attach(|py| {
        let error = py.eval("__import__('decimal').Decimal('x')", None, None).unwrap_err();
        assert!(error.is_instance_of::<InvalidOperation>(py), "{error}");
        assert!(!PyValueError::new_err(1).is_instance_of::<InvalidOperation>(py));
        if py.version_info() >= (3, 5) {
            let error = py.import("json").unwrap().call_method1("loads", ("{",)).unwrap_err();
            assert!(error.is_instance_of::<JSONDecodeError>(py));
            assert!(asyncio::CancelledError::new_err(()).to_string().contains("CancelledError"));
            assert!(asyncio::QueueEmpty::new_err(()).is_instance_of::<asyncio::QueueEmpty>(py));
        }
        let error = socket::GaiError::new_err((1, "name"));
        assert!(error.is_instance_of::<PyOSError>(py) || py.version_info() < (3, 0));
        assert!(error.is_instance_of::<socket::GaiError>(py));
        assert!(error.value(py).downcast::<socket::HError>().is_err());
    });
}

#[test]
fn a_class_that_is_not_there() {
    let _turn = crate::support::turn();
    Python::attach(|py| {
        assert!(PyValueError::new_err(1).value(py).downcast::<Missing>().is_err());
        assert!(!PyErr::occurred(py));
        let shown = crate::support::captured(py, || {
            assert_eq!(Missing::new_err("text").to_string(), "Exception: text");
        });
        assert!(shown.contains("no_such_module_anywhere"), "{shown}");
    });
}

#[test]
fn classes_made_at_run_time() {
    Python::attach(|py| {
        let dict = pyrules::PyDict::new(py);
        dict.set_item("extra", 7).unwrap();
        let bases = PyTuple::new(py, [py.get_type::<PyKeyError>(), py.get_type::<PyValueError>()]).unwrap();
        let class = PyErr::new_type(py, "made.Up", Some("doc"), Some(&bases), Some(&dict)).unwrap();
        assert_eq!(class.getattr("extra").unwrap().extract::<i32>().unwrap(), 7);
        assert_eq!(class.getattr("__doc__").unwrap().extract::<String>().unwrap(), "doc");
        let error = PyErr::from_type(&class, "x");
        assert_eq!(error.to_string(), "made.Up: 'x'");
        assert!(error.is_instance_of::<PyValueError>(py) && error.is_instance_of::<PyKeyError>(py));

        assert!(PyErr::new_type(py, "nodot", None, None, None).is_err());
        assert!(
            PyErr::new_type(py, "a.\0", None, None, None).unwrap_err().is_instance_of::<PyValueError>(py)
        );
        assert!(!PyErr::occurred(py));
    });
}
