//! Exceptions in odd places, and with odd contents.

use super::child::case;
use pyrules::exceptions::{PyBaseException, PyValueError};
use pyrules::prelude::*;

case! {
    fn chains_that_bite_their_tail() {
        Python::attach(|py| {
            let (a, b) = (PyValueError::new_err("a"), PyValueError::new_err("b"));
            a.set_cause(py, Some(b.clone_ref(py)));
            b.set_cause(py, Some(a.clone_ref(py)));
            a.set_context(py, Some(b.clone_ref(py)));
            b.set_context(py, Some(a.clone_ref(py)));
            assert!(a.traceback_text(py).contains("ValueError: a"));
            drop((format!("{a:?}"), a.to_string()));
            a.print(py);
            let f = py_fn!(py, f(py, error) = |py: Python<'_>, error: Bound<'_, PyAny>| {
                let error = PyErr::from_value(error);
                error.set_context(py, Some(error.clone_ref(py)));
                Err::<(), _>(error)
            });
            let scope = PyDict::new(py);
            scope.set_item("f", f.unwrap()).unwrap();
            scope.set_item("error", a.value(py)).unwrap();
            py.run("
try:
    try:
        f(error)
    except ValueError as caught:
        f(caught)
except ValueError:
    pass
", Some(&scope), None).unwrap();
        });
    }
}

case! {
    fn that_raise_when_they_are_shown() {
        Python::attach(|py| {
            py.run("
import sys, traceback
class Evil(Exception):
    def __str__(self):
        raise Evil()
    __repr__ = __str__
class Meta(type):
    @property
    def __module__(cls):
        raise Evil()
    @property
    def __name__(cls):
        raise Evil()
EvilClass = Meta('EvilClass', (Exception,), {})
def broken(*args):
    raise Evil()
sys.excepthook = sys.unraisablehook = traceback.format_exception = broken
class Stream(object):
    write = flush = broken
sys.stderr = Stream()
", None, None).unwrap();
            let main = py.import("__main__").unwrap();
            for name in ["Evil", "EvilClass"] {
                let error = PyErr::from_value(main.getattr(name).unwrap().call0().unwrap());
                drop((error.to_string(), format!("{error:?}"), error.traceback_text(py)));
                drop((error.value(py).to_string(), format!("{:?}", error.value(py).get_type())));
                error.print(py);
                error.print_and_set_sys_last_vars(py);
                error.clone_ref(py).write_unraisable(py, Some(error.value(py)));
                error.clone_ref(py).write_unraisable(py, None);
                assert!(!PyErr::occurred(py));
                let f = py_fn!(py, f(number) = |number: i32| number).unwrap();
                assert!(f.call1((error.value(py),)).is_err());
            }
        });
    }
}

case! {
    fn of_the_classes_of_old() {
        Python::attach(|py| {
            if py.version_info() >= (3, 0) {
                return;
            }
            let f = py_fn!(py, f(g) = |g: &Bound<'_, PyAny>| {
                let error = g.call0().unwrap_err();
                let py = g.py();
                drop((error.to_string(), format!("{error:?}"), error.traceback(py), error.cause(py), error.context(py)));
                let _ = error.value(py).downcast::<PyBaseException>().is_ok();
                Err::<(), _>(error)
            });
            let scope = PyDict::new(py);
            scope.set_item("f", f.unwrap()).unwrap();
            py.run("
class Old:
    pass
def g():
    raise Old()
try:
    f(g)
except Old:
    caught = True
assert caught
", Some(&scope), None).unwrap();
        });
    }
}
