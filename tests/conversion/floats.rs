//! Floating-point numbers.

use crate::support::{becomes, error, error_of, round_trip, run, value};
use pyrules::{IntoPyObject, PyErr, Python};

#[test]
fn there_and_back() {
    for x in [
        0.0,
        1.5,
        -1.0,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::MIN,
        f64::EPSILON,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ] {
        round_trip(x);
    }
    for x in [0.0f32, -1.0, f32::MAX, f32::MIN_POSITIVE, 0.1] {
        round_trip(x);
    }
    becomes(1.5, "1.5");
    becomes(&-0.25f32, "-0.25");
}

#[test]
fn not_a_number_and_the_negative_zero() {
    assert!(value::<f64>("float('nan')").is_nan());
    assert!(value::<f32>("float('nan')").is_nan());
    assert!(value::<f64>("-0.0").is_sign_negative());
    Python::attach(|py| {
        let nan = f64::NAN.into_pyobject(py).unwrap().into_any();
        assert!(nan.ne(&nan).unwrap());
        assert!(!PyErr::occurred(py));
    });
}

#[test]
fn integers_are_floats() {
    assert_eq!(value::<f64>("3"), 3.0);
    assert_eq!(value::<f64>("True"), 1.0);
    assert_eq!(value::<f64>("-1"), -1.0);
    assert_eq!(value::<f64>("2**80"), 2f64.powi(80));
    assert!(error::<f64>("10**400").starts_with("OverflowError: "));
    for n in [
        0,
        1,
        1 << 14,
        1 << 15,
        (1 << 15) + 1,
        (1 << 30) - 1,
        1 << 30,
        (1 << 53) + 1,
        (1 << 53) + 3,
        i64::MAX,
    ] {
        for n in [n, -n] {
            assert_eq!(value::<f64>(&format!("int({n})")), n as f64);
            assert_eq!(value::<f32>(&format!("int({n})")), n as f64 as f32);
        }
    }
    // A subclass may have another opinion.
    Python::attach(|py| {
        for (code, expected) in [("def __float__(self): return 0.5", 0.5), ("pass", 7.0)] {
            let object = run(py, &format!("class Sub(int):\n    {code}\nx = Sub(7)"));
            assert_eq!(object.extract::<f64>().unwrap(), expected);
        }
    });
}

#[test]
fn f32_rounds_as_c_does() {
    assert_eq!(value::<f32>("0.1"), 0.1f32);
    assert_eq!(value::<f32>("1e300"), f32::INFINITY);
    assert_eq!(value::<f32>("1e-300"), 0.0);
}

#[test]
fn what_is_no_number() {
    let python3 = Python::attach(|py| py.version_info() >= (3, 0));
    for (code, name) in [("'1'", "str"), ("None", "NoneType"), ("[]", "list")] {
        let error = error::<f64>(code);
        if python3 {
            // Before 3.7 the text is "a float is required" only for objects that are not numbers at all.
            assert!(
                error == format!("TypeError: must be real number, not {name}")
                    || error == "TypeError: a float is required"
            );
        } else {
            assert_eq!(error, "TypeError: a float is required");
        }
    }
    assert!(error::<f64>("1j").starts_with("TypeError: "));
}

#[test]
fn objects_with_float() {
    Python::attach(|py| {
        let object = run(py, "class H(object):\n    def __float__(self): return 0.5\nx = H()");
        assert_eq!(object.extract::<f64>().unwrap(), 0.5);
        let failing = run(py, "class F(object):\n    def __float__(self): raise KeyError(1)\nx = F()");
        assert_eq!(error_of::<f64>(&failing), "KeyError: 1");
        let subclass = run(py, "class S(float):\n    def __float__(self): return 9.0\nx = S(2)");
        assert_eq!(subclass.extract::<f64>().unwrap(), 2.0);
    });
}
