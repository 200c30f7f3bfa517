//! Objects as they are.

use crate::support::eval;
use pyrules::{Bound, IntoPyObject, Py, PyAny, PyDict, PyList, PyObject, Python};

#[test]
fn objects_pass_through() {
    Python::attach(|py| {
        let list = PyList::empty(py);
        let any = list.as_any();
        assert!(any.extract::<Bound<'_, PyList>>().unwrap().is(&list));
        assert!(any.extract::<&Bound<'_, PyList>>().unwrap().is(&list));
        assert!(any.extract::<&Bound<'_, PyAny>>().unwrap().is(&list));
        assert!(any.extract::<Py<PyList>>().unwrap().bind(py).is(&list));
        assert!(any.extract::<PyObject>().unwrap().bind(py).is(&list));
        assert_eq!(
            any.extract::<&Bound<'_, PyDict>>().unwrap_err().to_string(),
            "TypeError: expected dict, got list"
        );
        assert_eq!(
            any.extract::<Py<PyDict>>().unwrap_err().to_string(),
            "TypeError: expected dict, got list"
        );

        assert!((&list).into_pyobject(py).unwrap().is(&list));
        assert!(list.clone().into_pyobject(py).unwrap().is(&list));
        assert!(list.to_unbound().into_pyobject(py).unwrap().is(&list));
        assert!((&list.to_unbound()).into_pyobject(py).unwrap().is(&list));
    });
}

#[test]
fn references_are_counted_once() {
    Python::attach(|py| {
        let object = eval(py, "object()");
        let before = object.refcount();
        let list = PyList::empty(py);
        list.append(&object).unwrap();
        list.append(object.to_unbound()).unwrap();
        list.append(&object.to_unbound()).unwrap();
        list.append((&object, Some(&object))).unwrap();
        assert_eq!(object.refcount(), before + 5);
        drop(list);
        assert_eq!(object.refcount(), before);
        for _ in 0..100 {
            assert!(object.extract::<Py<PyList>>().is_err());
            assert!(object.extract::<Vec<PyObject>>().is_err());
            assert!(object.extract::<i128>().is_err());
        }
        assert_eq!(object.refcount(), before);
    });
}
