use crate::support::{eval, raised};
use pyrules::exceptions::{PyOverflowError, PyValueError};
use pyrules::{Bound, PyInt, Python};

fn int<'py>(py: Python<'py>, expression: &str) -> Bound<'py, PyInt> {
    eval(py, expression).downcast_into().unwrap()
}

#[test]
fn bytes_there_and_back() {
    Python::attach(|py| {
        let numbers = [
            ("0", true, &[0][..]),
            ("1", true, &[1]),
            ("-1", true, &[0xff]),
            ("127", true, &[0x7f]),
            ("128", true, &[0x80, 0]),
            ("-128", true, &[0x80]),
            ("-129", true, &[0x7f, 0xff]),
            ("255", false, &[0xff]),
            ("256", false, &[0, 1]),
            ("-2**63", true, &[0, 0, 0, 0, 0, 0, 0, 0x80]),
            ("-2**127", true, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80]),
            ("2**64", false, &[0, 0, 0, 0, 0, 0, 0, 0, 1]),
            ("2**64", true, &[0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ];
        for (expression, signed, bytes) in numbers {
            let number = int(py, expression);
            assert_eq!(number.to_le_bytes(signed).unwrap(), bytes, "{expression}");
            let mut reversed = bytes.to_vec();
            reversed.reverse();
            assert_eq!(number.to_be_bytes(signed).unwrap(), reversed, "{expression}");
            assert!(PyInt::from_le_bytes(py, bytes, signed).unwrap().eq(&number).unwrap(), "{expression}");
            assert!(
                PyInt::from_be_bytes(py, &reversed, signed).unwrap().eq(&number).unwrap(),
                "{expression}"
            );
        }
        assert!(PyInt::from_le_bytes(py, &[], false).unwrap() == 0);
        raised::<PyOverflowError, _>(py, int(py, "-1").to_le_bytes(false));
    });
}

#[test]
fn huge_numbers() {
    Python::attach(|py| {
        let huge = int(py, "3**100000");
        let bytes = huge.to_le_bytes(false).unwrap();
        assert_eq!(bytes.len(), 19_813);
        assert!(PyInt::from_le_bytes(py, &bytes, false).unwrap().eq(&huge).unwrap());
        assert_eq!(huge.bit_length().unwrap(), 158_497);
        assert!(huge != u128::MAX && huge > u128::MAX && huge > i128::MIN);
        let text = "f".repeat(1000);
        assert_eq!(PyInt::from_str_radix(py, &text, 16).unwrap().bit_length().unwrap(), 4000);
    });
}

#[test]
fn text_in_any_radix() {
    Python::attach(|py| {
        assert!(PyInt::from_str_radix(py, " -101 ", 2).unwrap() == -5);
        assert!(PyInt::from_str_radix(py, "zz", 36).unwrap() == 1295);
        assert!(PyInt::from_str_radix(py, "0x10", 0).unwrap() == 16);
        for (text, radix) in [("", 10), ("12\u{0}3", 10), ("2", 2), ("1", 1), ("1", 37), ("one", 10)] {
            raised::<PyValueError, _>(py, PyInt::from_str_radix(py, text, radix));
        }
    });
}

#[test]
fn comparison_with_rusts_integers() {
    Python::attach(|py| {
        let three = int(py, "3");
        assert!(
            three == 3u8 && three == 3i8 && three == 3u16 && three == 3i16 && three == 3u32 && three == 3i32
        );
        assert!(three == 3u64 && three == 3i64 && three == 3usize && three == 3isize);
        assert!(three == 3u128 && three == 3i128 && three != 4u128 && &three == 3);
        assert!(three < 4 && three > 2u8 && three <= 3 && three >= 3);
        let minus = int(py, "-1");
        assert!(minus == -1 && minus != u64::MAX && minus != u128::MAX && minus < 0u128);
        let limit = int(py, "2**64");
        assert!(limit > u64::MAX && limit == 1u128 << 64 && limit == 1i128 << 64 && limit != 0u64);
        assert!(int(py, "2**128 - 1") == u128::MAX && int(py, "2**128") != u128::MAX);
        assert!(int(py, "2**128") > u128::MAX && int(py, "2**127") > i128::MAX);
        assert!(int(py, "-2**127") == i128::MIN && int(py, "-2**127 - 1") < i128::MIN);
        assert!(int(py, "-2**127 - 1") < 0u128 && int(py, "-2**70") < 0u128);
        // The value is compared, whatever a subclass thinks.
        let vain = crate::support::object(py, "int", &[("__eq__(self, other)", "raise ValueError()")]);
        assert!(vain.downcast_into::<PyInt>().unwrap() == 0);
        assert!(int(py, "True") == 1);
    });
}

#[test]
fn two_kinds_of_integers_on_2_7() {
    Python::attach(|py| {
        let long = int(py, if py.version_info() < (3, 0) { "3L" } else { "3" });
        assert!(long == 3 && long.is_exact_instance_of::<PyInt>());
        assert_eq!(long.to_le_bytes(false).unwrap(), [3]);
        assert!(int(py, "3").is_exact_instance_of::<PyInt>());
        assert!(!int(py, "True").is_exact_instance_of::<PyInt>());
        assert_eq!(eval(py, "1.5").downcast::<PyInt>().unwrap_err().to_string(), "expected int, got float");
    });
}
