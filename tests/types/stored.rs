use crate::support::{eval, object};
use pyrules::{PyObject, Python};

#[test]
fn a_stored_reference_has_the_same_methods() {
    Python::attach(|py| {
        let list: PyObject = eval(py, "[3, 1, 2]").unbind();
        assert!(!list.is_none(py) && list.is_truthy(py).unwrap());
        assert!(list.call_method1(py, "append", (0,)).unwrap().is_none(py));
        assert!(list.call_method0(py, "sort").unwrap().is_none(py));
        assert!(list.call_method(py, "sort", (), (("reverse", true),)).unwrap().is_none(py));
        assert_eq!(list.bind(py).to_string(), "[3, 2, 1, 0]");
        let object: PyObject =
            object(py, "object", &[("__call__(self, *args, **kwargs)", "return len(args)")]).unbind();
        object.setattr(py, "x", 5).unwrap();
        assert_eq!(object.getattr(py, "x").unwrap().extract::<i32>(py).unwrap(), 5);
        assert_eq!(object.call0(py).unwrap().extract::<i32>(py).unwrap(), 0);
        assert_eq!(object.call1(py, (1, 2)).unwrap().extract::<i32>(py).unwrap(), 2);
        assert_eq!(object.call(py, (1,), (("x", 2),)).unwrap().extract::<i32>(py).unwrap(), 1);
        assert!(object.getattr(py, "y").is_err());
    });
}

#[test]
fn a_stored_reference_is_displayed() {
    let number: PyObject = Python::attach(|py| eval(py, "42").unbind());
    assert_eq!(number.to_string(), "42");
}
