use crate::support::{eval, object, raised};
use pyrules::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyrules::{CompareOp, Python};
use std::cmp::Ordering;

#[test]
fn all_six_hold_as_in_python() {
    Python::attach(|py| {
        let two = eval(py, "2");
        for other in 1..=3 {
            let order = 2.cmp(&other);
            assert_eq!(two.compare(other).unwrap(), order);
            assert_eq!(two.lt(other).unwrap(), order.is_lt());
            assert_eq!(two.le(other).unwrap(), order.is_le());
            assert_eq!(two.eq(other).unwrap(), order.is_eq());
            assert_eq!(two.ne(other).unwrap(), order.is_ne());
            assert_eq!(two.gt(other).unwrap(), order.is_gt());
            assert_eq!(two.ge(other).unwrap(), order.is_ge());
            for op in 0..6 {
                let op = CompareOp::from_raw(op).unwrap();
                assert_eq!(two.rich_compare(other, op).unwrap().is_truthy().unwrap(), op.matches(order));
            }
        }
        assert_eq!(CompareOp::from_raw(6), None);
        assert_eq!(CompareOp::from_raw(-1), None);
    });
}

#[test]
fn nan_is_not_equal_to_itself_and_has_no_order() {
    Python::attach(|py| {
        let nan = eval(py, "float('nan')");
        assert!(!nan.eq(&nan).unwrap() && nan.ne(&nan).unwrap());
        raised::<PyTypeError, _>(py, nan.compare(&nan));
    });
}

#[test]
fn comparisons_that_raise_are_errors() {
    Python::attach(|py| {
        let raises = object(py, "object", &[("__eq__(self, other)", "raise ValueError('eq')")]);
        assert_eq!(raised::<PyValueError, _>(py, raises.eq(1)), "eq");
        assert_eq!(raised::<PyValueError, _>(py, raises.compare(1)), "eq");
        assert_eq!(raised::<PyValueError, _>(py, eval(py, "[]").rich_compare(&raises, CompareOp::Eq)), "eq");
        // The answer of a comparison may have no truth value either.
        let truthless = object(
            py,
            "object",
            &[
                ("__eq__(self, other)", "return self"),
                ("__bool__(self)", "raise ValueError('bool')"),
                ("__nonzero__(self)", "raise ValueError('bool')"),
            ],
        );
        assert!(truthless.rich_compare(1, CompareOp::Eq).unwrap().is(&truthless));
        assert_eq!(raised::<PyValueError, _>(py, truthless.eq(1)), "bool");
        assert_eq!(raised::<PyValueError, _>(py, truthless.is_truthy()), "bool");
        if py.version_info() >= (3, 0) {
            raised::<PyTypeError, _>(py, eval(py, "1").lt("x"));
        }
    });
}

#[test]
fn endless_recursion_is_an_error() {
    Python::attach(|py| {
        let list = eval(py, "[]");
        list.call_method1("append", (&list,)).unwrap();
        let other = eval(py, "[]");
        other.call_method1("append", (&other,)).unwrap();
        raised::<PyRecursionError, _>(py, list.eq(&other));
        assert!(list.repr().unwrap() == "[[...]]");
    });
}

#[test]
fn hashes_are_pythons() {
    Python::attach(|py| {
        assert_eq!(eval(py, "12").hash().unwrap(), 12);
        // -1 says that there was an error, so that Python makes -2 of it.
        assert_eq!(eval(py, "-1").hash().unwrap(), -2);
        assert_eq!(object(py, "object", &[("__hash__(self)", "return -1")]).hash().unwrap(), -2);
        raised::<PyTypeError, _>(py, eval(py, "[]").hash());
        let raises = object(py, "object", &[("__hash__(self)", "raise ValueError('hash')")]);
        assert_eq!(raised::<PyValueError, _>(py, raises.hash()), "hash");
    });
}

#[test]
fn identity_and_truth() {
    Python::attach(|py| {
        let list = eval(py, "[]");
        assert!(list.is(&list.clone()) && !list.is(&eval(py, "[]")));
        assert!(!list.is_truthy().unwrap() && eval(py, "[0]").is_truthy().unwrap());
        assert!(py.None().is_none() && !list.is_none());
        assert_eq!(list.compare(&list).unwrap(), Ordering::Equal);
    });
}
