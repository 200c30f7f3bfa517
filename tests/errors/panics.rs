//! Panics of threads, and panics as exceptions.

use pyrules::panic::PanicException;
use pyrules::{PyErr, Python};

#[test]
fn a_thread_that_panicked() {
    Python::attach(|py| {
        let payload =
            std::thread::spawn(|| std::panic::resume_unwind(Box::new("text".to_owned()))).join().unwrap_err();
        let error = PyErr::from(payload);
        assert!(error.is_instance_of::<PanicException>(py));
        assert_eq!(error.to_string(), "pyrules_runtime.PanicException: text");
        let payload = std::thread::spawn(|| std::panic::resume_unwind(Box::new(17))).join().unwrap_err();
        assert!(PyErr::from(payload).to_string().contains("not text"));
    });
}

#[test]
fn except_exception_does_not_swallow_it() {
    Python::attach(|py| {
        let class = py.get_type::<PanicException>();
        assert!(!class.is_subclass_of::<pyrules::exceptions::PyException>().unwrap());
        assert!(class.is_subclass_of::<pyrules::exceptions::PyBaseException>().unwrap());
    });
}

#[test]
fn it_is_a_panic_again_when_it_comes_back() {
    Python::attach(|py| {
        let scope = pyrules::PyDict::new(py);
        scope.set_item("PanicException", py.get_type::<PanicException>()).unwrap();
        let raise = || py.run("raise PanicException('a bug')", Some(&scope), None);
        let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(raise)).unwrap_err();
        assert_eq!(payload.downcast_ref::<String>().unwrap(), "a bug");
        assert!(!PyErr::occurred(py));
        // Caught in Python, it is over.
        py.run("try:\n    raise PanicException(1)\nexcept BaseException: pass", Some(&scope), None).unwrap();
    });
}
