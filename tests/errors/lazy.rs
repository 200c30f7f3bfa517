//! Making an exception, and what it is before anybody has looked at it.

use crate::support::raised;
use pyrules::exceptions::*;
use pyrules::{Bound, IntoPyObject, PyAny, PyErr, PyList, PyResult, PyString, Python};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn it_is_one_word() {
    assert_eq!(size_of::<PyErr>(), size_of::<usize>());
    assert_eq!(size_of::<PyResult<()>>(), size_of::<usize>());
}

#[test]
fn it_crosses_threads() {
    fn crosses<T: Send + Sync + std::error::Error + 'static>() {}
    crosses::<PyErr>();
    let error = std::thread::spawn(|| PyValueError::new_err("made elsewhere")).join().unwrap();
    assert_eq!(error.to_string(), "ValueError: made elsewhere");
}

#[test]
fn the_arguments() {
    Python::attach(|py| {
        let of = |error: PyErr| error.value(py).getattr("args").unwrap().repr().unwrap().to_string();
        assert_eq!(of(PyValueError::new_err(())), "()");
        assert_eq!(of(PyValueError::new_err(1)), "(1,)");
        assert_eq!(of(PyValueError::new_err((1, 2.5))), "(1, 2.5)");
        assert_eq!(of(PyValueError::new_err(((1, 2),))), "((1, 2),)");
        let list = PyList::new(py, [1]).unwrap().unbind();
        assert_eq!(of(PyValueError::new_err(list)), "([1],)");
        let text = PyString::new(py, "key").unbind();
        assert!(of(PyKeyError::new_err(text)).ends_with("'key',)"));
        let object = |code| py.eval(code, None, None).unwrap().unbind();
        assert_eq!(of(PyKeyError::new_err(object("[1]"))), "([1],)");
        // As many arguments as a tuple has, whichever way it comes.
        assert_eq!(of(PyKeyError::new_err(object("(1, 2)"))), "(1, 2)");
        assert_eq!(of(PyKeyError::new_err(object("()"))), "()");
        let other = py.eval("ValueError(5)", None, None).unwrap();
        let error = PyValueError::new_err(other.to_unbound());
        assert!(error.is_instance_of::<PyValueError>(py) && error.value(py).is(&other));
        assert_eq!(of(PyErr::from_type(&py.get_type::<PyKeyError>(), (1, 2))), "(1, 2)");
    });
}

struct Counted(Arc<AtomicUsize>);

impl<'py> IntoPyObject<'py> for Counted {
    type Target = PyAny;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.fetch_add(1, Ordering::SeqCst);
        py.eval("'counted'", None, None)
    }
}

#[test]
fn it_is_built_when_somebody_looks() {
    let built = Arc::new(AtomicUsize::new(0));
    drop(PyValueError::new_err(Counted(Arc::clone(&built))));
    assert_eq!(built.load(Ordering::SeqCst), 0);

    let error = PyValueError::new_err(Counted(Arc::clone(&built)));
    assert_eq!(error.to_string(), "ValueError: counted");
    assert_eq!(error.to_string(), "ValueError: counted");
    assert_eq!(built.load(Ordering::SeqCst), 1);
    Python::attach(|py| assert!(error.value(py).is(error.clone_ref(py).value(py))));
}

#[test]
fn several_threads_look_at_once() {
    for _ in 0..50 {
        let built = Arc::new(AtomicUsize::new(0));
        let error = Arc::new(PyValueError::new_err(Counted(Arc::clone(&built))));
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let error = Arc::clone(&error);
                std::thread::spawn(move || Python::attach(|py| error.value(py).as_ptr() as usize))
            })
            .collect();
        let places: Vec<usize> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert!(places.iter().all(|place| *place == places[0]));
        assert_eq!(built.load(Ordering::SeqCst), 1);
    }
}

struct Failing;

impl<'py> IntoPyObject<'py> for Failing {
    type Target = PyAny;

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Err(PyKeyError::new_err("while converting"))
    }
}

#[test]
fn arguments_that_do_not_convert() {
    let text = PyValueError::new_err(Failing).to_string();
    assert!(text.contains("while converting"), "{text}");
}

#[test]
fn what_raise_takes() {
    Python::attach(|py| {
        let of = |code: &str| PyErr::from_value(py.eval(code, None, None).unwrap());
        assert_eq!(of("KeyError(1)").to_string(), "KeyError: 1");
        assert_eq!(of("KeyError").to_string(), "KeyError");
        assert_eq!(of("1").to_string(), "TypeError: exceptions must derive from BaseException");
        assert!(of("int").is_instance_of::<PyTypeError>(py));
        let not_exception = PyErr::from_type(&py.get_type::<PyList>(), ());
        assert!(not_exception.is_instance_of::<PyTypeError>(py), "{not_exception}");
        let failing = raised(
            py,
            "class E(Exception):\n    def __init__(self): raise ZeroDivisionError('init')\nraise E",
        );
        assert_eq!(failing.to_string(), "ZeroDivisionError: init");
    });
}

#[test]
fn take_fetch_and_restore() {
    Python::attach(|py| {
        assert!(!PyErr::occurred(py));
        assert!(PyErr::take(py).is_none());
        assert_eq!(PyErr::fetch(py).to_string(), "SystemError: error return without exception set");

        PyValueError::new_err("lazy").restore(py);
        assert!(PyErr::occurred(py));
        assert_eq!(PyErr::take(py).unwrap().to_string(), "ValueError: lazy");
        assert!(!PyErr::occurred(py));

        let error = raised(py, "raise KeyError('eager')");
        let value = error.value(py).clone();
        error.restore(py);
        assert!(PyErr::take(py).unwrap().value(py).is(&value));
    });
}

#[test]
fn matching() {
    Python::attach(|py| {
        let error = PyKeyError::new_err(1);
        assert!(error.is_instance_of::<PyKeyError>(py));
        assert!(error.is_instance_of::<PyLookupError>(py));
        assert!(!error.is_instance_of::<PyValueError>(py));
        assert!(error.is_instance(py, &py.get_type::<PyLookupError>()));
        assert!(error.matches(py, (py.get_type::<PyValueError>(), py.get_type::<PyLookupError>())).unwrap());
        assert!(!error.matches(py, py.get_type::<PyValueError>()).unwrap());
        assert!(error.matches(py, Failing).is_err());
        assert!(error.get_type(py).is(&py.get_type::<PyKeyError>()));
        // One whose object was not built.
        let error: PyErr = "x".parse::<i32>().unwrap_err().into();
        assert!(error.is_instance_of::<PyValueError>(py));
        assert!(error.is_instance_of::<PyException>(py));
        assert!(!error.is_instance_of::<PyUnicodeError>(py));
        assert!(!PyErr::occurred(py));
    });
}

#[test]
fn the_value_of_stop_iteration() {
    Python::attach(|py| {
        let value = |error: PyErr| {
            let stop = error.into_value(py).into_bound(py).into_any();
            stop.downcast::<PyStopIteration>().unwrap().value().unwrap()
        };
        assert!(value(PyStopIteration::new_err(())).is_none());
        assert_eq!(value(PyStopIteration::new_err(3)).extract::<i32>().unwrap(), 3);
    });
}
