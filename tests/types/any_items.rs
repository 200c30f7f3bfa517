use crate::support::{eval, object, raised};
use pyrules::exceptions::{PyIndexError, PyKeyError, PyTypeError, PyValueError};
use pyrules::{PyList, Python};

#[test]
fn items_are_got_set_and_deleted() {
    Python::attach(|py| {
        let dict = eval(py, "{}");
        assert!(dict.is_empty().unwrap());
        dict.set_item("a", 1).unwrap();
        dict.set_item(2, "b").unwrap();
        assert_eq!(dict.len().unwrap(), 2);
        assert_eq!(dict.get_item("a").unwrap().extract::<i32>().unwrap(), 1);
        assert!(dict.contains(2).unwrap());
        dict.del_item(2).unwrap();
        assert!(!dict.contains(2).unwrap());
        raised::<PyKeyError, _>(py, dict.get_item(2));
        raised::<PyKeyError, _>(py, dict.del_item(2));
        raised::<PyTypeError, _>(py, dict.set_item(PyListOf(1), 1));
        raised::<PyIndexError, _>(py, eval(py, "[]").get_item(0));
        raised::<PyTypeError, _>(py, eval(py, "1").get_item(0));
        raised::<PyTypeError, _>(py, eval(py, "1").len());
        raised::<PyTypeError, _>(py, eval(py, "1").contains(1));
    });
}

/// What cannot be a key.
struct PyListOf(i32);

impl<'py> pyrules::IntoPyObject<'py> for PyListOf {
    type Target = PyList;

    fn into_pyobject(self, py: Python<'py>) -> pyrules::PyResult<pyrules::Bound<'py, PyList>> {
        Ok(eval(py, &format!("[{}]", self.0)).downcast_into().unwrap())
    }
}

#[test]
fn a_length_that_raises_or_lies_is_an_error() {
    Python::attach(|py| {
        let raises = object(py, "object", &[("__len__(self)", "raise ValueError('length')")]);
        assert_eq!(raised::<PyValueError, _>(py, raises.len()), "length");
        assert_eq!(raised::<PyValueError, _>(py, raises.is_empty()), "length");
        assert_eq!(raised::<PyValueError, _>(py, raises.is_truthy()), "length");
        let negative = object(py, "object", &[("__len__(self)", "return -1")]);
        raised::<PyValueError, _>(py, negative.len());
    });
}

#[test]
fn membership_asks_and_passes_errors_on() {
    Python::attach(|py| {
        let raises = object(py, "object", &[("__contains__(self, x)", "raise KeyError(x)")]);
        raised::<PyKeyError, _>(py, raises.contains(1));
        assert!(eval(py, "'abc'").contains("bc").unwrap());
    });
}

#[test]
fn what_is_not_iterable_says_so() {
    Python::attach(|py| {
        raised::<PyTypeError, _>(py, eval(py, "1").try_iter());
        let raises = object(py, "object", &[("__iter__(self)", "raise ValueError('iter')")]);
        assert_eq!(raised::<PyValueError, _>(py, raises.try_iter()), "iter");
        assert!(eval(py, "[1]").try_iter().is_ok());
    });
}
