use crate::support::{eval, object, raised};
use pyrules::exceptions::{PyAttributeError, PyTypeError, PyValueError};
use pyrules::types::PySuper;
use pyrules::{PyString, Python};

#[test]
fn attributes_are_got_set_and_deleted() {
    Python::attach(|py| {
        let object = object(py, "object", &[]);
        assert!(!object.hasattr("x").unwrap());
        object.setattr("x", 1).unwrap();
        assert!(object.hasattr("x").unwrap());
        assert_eq!(object.getattr("x").unwrap().extract::<i32>().unwrap(), 1);
        assert_eq!(object.getattr(PyString::intern(py, "x")).unwrap().extract::<i32>().unwrap(), 1);
        object.delattr("x").unwrap();
        raised::<PyAttributeError, _>(py, object.getattr("x"));
        raised::<PyAttributeError, _>(py, object.delattr("x"));
        raised::<PyAttributeError, _>(py, eval(py, "1").setattr("x", 1));
    });
}

#[test]
fn a_missing_attribute_is_none_and_another_exception_is_not_swallowed() {
    Python::attach(|py| {
        let object = object(
            py,
            "object",
            &[("__getattr__(self, name)", "raise (ValueError if name == 'bad' else AttributeError)(name)")],
        );
        assert!(object.getattr_opt("none").unwrap().is_none());
        assert!(!object.hasattr("none").unwrap());
        assert_eq!(raised::<PyValueError, _>(py, object.getattr_opt("bad")), "bad");
        assert_eq!(raised::<PyValueError, _>(py, object.hasattr("bad")), "bad");
        assert!(object.getattr_opt("__class__").unwrap().is_some());
    });
}

#[test]
fn a_name_may_contain_what_c_would_end_at() {
    Python::attach(|py| {
        let object = object(py, "object", &[]);
        object.setattr("a\0b", 1).unwrap();
        assert!(object.hasattr("a\0b").unwrap());
        assert!(!object.hasattr("a").unwrap());
    });
}

#[test]
fn dir_lists_the_names() {
    Python::attach(|py| {
        let names = eval(py, "1j").dir().unwrap();
        assert!(names.as_any().contains("imag").unwrap());
        let bad = object(py, "object", &[("__dir__(self)", "raise TypeError('no')")]);
        assert_eq!(raised::<PyTypeError, _>(py, bad.dir()), "no");
    });
}

#[test]
fn super_finds_what_the_base_has() {
    Python::attach(|py| {
        let object = object(py, "list", &[("__len__(self)", "return 42")]);
        assert_eq!(object.len().unwrap(), 42);
        let parent = object.py_super().unwrap();
        assert!(parent.is_instance_of::<PySuper>());
        assert_eq!(parent.call_method0("__len__").unwrap().extract::<i32>().unwrap(), 0);
        raised::<PyTypeError, _>(py, PySuper::new(&object.get_type(), &eval(py, "1")));
    });
}
