//! Panics in places where nobody expects one.

use super::child::case;
use pyrules::exceptions::PyValueError;
use pyrules::panic::PanicException;
use pyrules::prelude::*;
use pyrules::{IntoPyObject, PyCapsule, py_import_exception};

/// Cannot be converted.
struct Unconvertible;

impl<'py> IntoPyObject<'py> for Unconvertible {
    type Target = PyAny;

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        panic!("not convertible")
    }
}

/// Panics when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("the bomb goes off")
    }
}

/// Calls a Python function when it is dropped.
struct Calls(PyObject);

impl Drop for Calls {
    fn drop(&mut self) {
        Python::attach(|py| drop(self.0.call0(py)));
    }
}

/// `caught()`: the name of the exception class that a call of `f` raises.
fn caught(f: &Bound<'_, PyAny>) -> String {
    let py = f.py();
    let scope = PyDict::new(py);
    scope.set_item("f", f).unwrap();
    py.run("try:\n f()\nexcept BaseException as error:\n name = type(error).__name__", Some(&scope), None)
        .unwrap();
    scope.get_item("name").unwrap().expect("an exception").to_string()
}

case! {
    fn while_an_exception_is_raised() {
        Python::attach(|py| {
            let f = py_fn!(py, f() = || Err::<(), _>(PyErr::new::<PyValueError, _>(Unconvertible))).unwrap();
            assert_eq!(caught(&f), "PanicException");
            assert!(!PyErr::occurred(py));
        });
    }
}

case! {
    fn while_an_exception_is_built() {
        Python::attach(|py| {
            let error = PyErr::new::<PyValueError, _>(Unconvertible);
            // There is an exception all the same; it tells what has happened.
            assert!(error.value(py).repr().unwrap().to_string().contains("not convertible"), "{error}");
            assert!(error.is_instance_of::<PanicException>(py));
        });
    }
}

py_import_exception!(pyrules_test_bomb, Error);

case! {
    fn while_the_class_of_an_exception_is_imported() {
        Python::attach(|py| {
            let scope = PyDict::new(py);
            scope.set_item("Panic", py.get_type::<PanicException>()).unwrap();
            py.run("
import sys, types
class Module(types.ModuleType):
    @property
    def Error(self):
        raise Panic('from Python')
sys.modules['pyrules_test_bomb'] = Module('pyrules_test_bomb')
", Some(&scope), None).unwrap();
            let f = py_fn!(py, f() = || Err::<(), _>(Error::new_err("text"))).unwrap();
            assert_eq!(caught(&f), "PanicException");
        });
    }
}

case! {
    fn while_the_payload_of_a_panic_is_dropped() {
        Python::attach(|py| {
            let f = py_fn!(py, f() = || if true { std::panic::panic_any(Bomb) }).unwrap();
            assert_eq!(caught(&f), "PanicException");
        });
    }
}

/// Panics with a payload that panics again.
struct TwoBombs;

impl Drop for TwoBombs {
    fn drop(&mut self) {
        std::panic::panic_any(Bomb)
    }
}

case! {
    fn while_python_destroys_an_object() {
        Python::attach(|py| {
            drop(PyCapsule::new(py, TwoBombs, c"bombs").unwrap());
            let captured = TwoBombs;
            drop(py_fn!(py, f() = move || { let _ = &captured; }).unwrap());
            // Nobody sees the failure of the hook either.
            let scope = PyDict::new(py);
            scope.set_item("Panic", py.get_type::<PanicException>()).unwrap();
            py.run("
import sys
def hook(*_):
    raise Panic('the hook')
sys.unraisablehook = hook
", Some(&scope), None).unwrap();
            drop(PyCapsule::new(py, TwoBombs, c"bombs").unwrap());
            assert!(!PyErr::occurred(py));
        });
    }
}

case! {
    fn whose_text_is_a_panic_again() {
        Python::attach(|py| {
            let scope = PyDict::new(py);
            scope.set_item("Panic", py.get_type::<PanicException>()).unwrap();
            py.run("
class Endless(Panic):
    def __str__(self):
        raise Endless()
def g():
    raise Endless()
", Some(&scope), None).unwrap();
            let g = scope.get_item("g").unwrap().unwrap().unbind();
            let f = py_fn!(py, f(py) = move |py: Python<'_>| g.call0(py)).unwrap();
            assert_eq!(caught(&f), "PanicException");
        });
    }
}

case! {
    fn from_python_while_another_unwinds() {
        Python::attach(|py| {
            let raises = py_fn!(py, raises() = || if true { panic!("the second one") }).unwrap();
            let f = py_fn!(py, f(raises) = |raises: PyObject| {
                let _calls = Calls(raises);
                if true {
                    panic!("the first one")
                }
            }).unwrap();
            let f = py.import("functools").unwrap().call_method1("partial", (f, raises)).unwrap();
            assert_eq!(caught(&f), "PanicException");
        });
    }
}
