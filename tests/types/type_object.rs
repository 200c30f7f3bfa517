use crate::support::{eval, raised, run};
use pyrules::exceptions::{PyKeyError, PyLookupError, PyTypeError, PyValueError};
use pyrules::{Bound, PyBool, PyInt, PyList, PyType, Python};

fn class<'py>(py: Python<'py>, source: &str) -> Bound<'py, PyType> {
    run(py, source).get_item("Class").unwrap().downcast_into().unwrap()
}

#[test]
fn names() {
    Python::attach(|py| {
        let int = py.get_type::<PyInt>();
        assert_eq!(int.name().unwrap(), "int");
        assert_eq!(int.qualname().unwrap(), "int");
        assert_eq!(int.fully_qualified_name().unwrap(), "int");
        assert!(int.module().unwrap().contains("builtin"));
        let inner = class(
            py,
            "__name__ = 'a.module'\nclass Outer(object):\n    class Inner(object): pass\nClass = Outer.Inner",
        );
        assert_eq!(inner.name().unwrap(), "Inner");
        assert_eq!(inner.module().unwrap(), "a.module");
        let (short, long) = ("a.module.Inner", "a.module.Outer.Inner");
        let expected = if py.version_info() < (3, 0) { short } else { long };
        assert_eq!(inner.fully_qualified_name().unwrap(), expected);
        let main = class(py, "__name__ = '__main__'\nclass Class(object): pass");
        assert_eq!(main.fully_qualified_name().unwrap(), "Class");
    });
}

#[test]
fn a_module_that_is_no_text() {
    Python::attach(|py| {
        let odd = class(py, "class Class(object): __module__ = 5");
        raised::<PyTypeError, _>(py, odd.module());
        if py.version_info() >= (3, 0) {
            assert!(odd.fully_qualified_name().unwrap().ends_with("Class"));
        }
    });
}

#[test]
fn subclasses() {
    Python::attach(|py| {
        let (int, bool) = (py.get_type::<PyInt>(), py.get_type::<PyBool>());
        assert!(bool.is_subclass(&int).unwrap() && !int.is_subclass(&bool).unwrap());
        assert!(bool.is_subclass_of::<PyInt>().unwrap() && !bool.is_subclass_of::<PyList>().unwrap());
        assert!(py.get_type::<PyKeyError>().is_subclass_of::<PyLookupError>().unwrap());
        assert!(bool.is_subclass(&eval(py, "(list, int)")).unwrap());
        raised::<PyTypeError, _>(py, bool.is_subclass(&eval(py, "1")));
        let names: Vec<String> =
            (0..3).map(|index| bool.mro().unwrap().as_any().get_item(index).unwrap().to_string()).collect();
        assert!(names[0].contains("bool") && names[1].contains("int") && names[2].contains("object"));
        assert!(bool.bases().unwrap().as_any().get_item(0).unwrap().is(&int));
    });
}

#[test]
fn instances() {
    Python::attach(|py| {
        let truth = eval(py, "True");
        let (int, bool) = (py.get_type::<PyInt>(), py.get_type::<PyBool>());
        assert!(truth.is_instance(&int).unwrap() && truth.is_instance(&bool).unwrap());
        assert!(truth.is_exact_instance(&bool) && !truth.is_exact_instance(&int));
        assert!(truth.is_instance_of::<PyInt>() && truth.is_exact_instance_of::<PyBool>());
        assert!(truth.get_type().is(&bool) && truth.get_type_ptr() == bool.as_type_ptr());
        assert!(truth.is_instance(&eval(py, "(list, int)")).unwrap());
        raised::<PyTypeError, _>(py, truth.is_instance(&truth));
        let source = "class Meta(type):\n    def __instancecheck__(cls, x): raise ValueError('check')\n\
                      Class = Meta('Class', (), {})";
        raised::<PyValueError, _>(py, truth.is_instance(&class(py, source)));
        // SAFETY: a type object that is alive.
        let same = unsafe { PyType::from_borrowed_type_ptr(py, bool.as_type_ptr()) };
        assert!(same.is(&bool) && PyType::new::<PyBool>(py).is(&bool));
    });
}
