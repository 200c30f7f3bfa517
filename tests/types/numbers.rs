use crate::support::{eval, raised};
use pyrules::exceptions::{PyOverflowError, PyZeroDivisionError};
use pyrules::types::{PyEllipsis, PyNone, PyNotImplemented};
use pyrules::{PyBool, PyComplex, PyFloat, PyInt, Python};

#[test]
fn booleans() {
    Python::attach(|py| {
        for value in [true, false] {
            let object = PyBool::new(py, value);
            assert!(object.is_true() == value && object == value && object != !value && &object == value);
            assert!(object.is_instance_of::<PyInt>() && !object.is_none());
        }
        assert!(eval(py, "1").downcast::<PyBool>().is_err());
        assert!(eval(py, "1 == 1").downcast::<PyBool>().unwrap().is_true());
    });
}

#[test]
fn floats() {
    Python::attach(|py| {
        for value in [0.0, -0.0, 1.5, -1.0, f64::INFINITY, f64::MIN_POSITIVE, f64::MAX] {
            let object = PyFloat::new(py, value);
            assert_eq!(object.value().to_bits(), value.to_bits());
            assert!(object == value);
        }
        let nan = PyFloat::new(py, f64::NAN);
        assert!(nan != f64::NAN && nan.value().is_nan() && nan.partial_cmp(&0.0).is_none());
        assert!(PyFloat::new(py, 1.5) == 1.5f32 && PyFloat::new(py, 1.5) < 2.0);
        assert!(eval(py, "1").downcast::<PyFloat>().is_err());
    });
}

#[test]
fn complex_numbers() {
    Python::attach(|py| {
        let number = PyComplex::from_doubles(py, 3.0, -4.0);
        assert_eq!((number.real(), number.imag(), number.abs().unwrap()), (3.0, -4.0, 5.0));
        let minus = PyComplex::from_doubles(py, -1.0, -1.0);
        assert_eq!((minus.real(), minus.imag()), (-1.0, -1.0));
        let square = number.pow(&PyComplex::from_doubles(py, 2.0, 0.0)).unwrap();
        assert!(square.eq(eval(py, "(3-4j)**2")).unwrap());
        let zero = PyComplex::from_doubles(py, 0.0, 0.0);
        raised::<PyZeroDivisionError, _>(py, zero.pow(&minus));
        raised::<PyOverflowError, _>(py, PyComplex::from_doubles(py, f64::MAX, f64::MAX).abs());
    });
}

#[test]
fn complex_operators() {
    Python::attach(|py| {
        let (a, b) = (PyComplex::from_doubles(py, 3.0, -4.0), PyComplex::from_doubles(py, 1.0, 2.0));
        let parts = |number: &pyrules::Bound<'_, PyComplex>| (number.real(), number.imag());
        assert_eq!(parts(&(&a + &b)), (4.0, -2.0));
        assert_eq!(parts(&(&a - b.clone())), (2.0, -6.0));
        assert_eq!(parts(&(a.clone() * &b)), (11.0, 2.0));
        assert_eq!(parts(&(a.clone() / b.clone())), (-1.0, -2.0));
        assert_eq!(parts(&-&a), (-3.0, 4.0));
        let zero = PyComplex::from_doubles(py, 0.0, 0.0);
        let division = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| &a / &zero));
        assert!(division.unwrap_err().downcast_ref::<String>().unwrap().contains("ZeroDivisionError"));
    });
}

#[test]
fn singletons() {
    Python::attach(|py| {
        assert!(py.None().is(&eval(py, "None")) && PyNone::get(py).is_none());
        assert!(py.Ellipsis().is(&eval(py, "Ellipsis")) && !py.Ellipsis().is_none());
        assert!(py.NotImplemented().is(&eval(py, "NotImplemented")));
        assert!(py.None().is_exact_instance_of::<PyNone>() && !py.None().is_instance_of::<PyEllipsis>());
        assert!(py.NotImplemented().downcast::<PyNotImplemented>().is_ok());
        assert_eq!(py.get_type::<PyNone>().name().unwrap(), "NoneType");
        assert_eq!(eval(py, "1").downcast::<PyNone>().unwrap_err().to_string(), "expected None, got int");
    });
}
