//! Whatever value comes, it comes back; and Python's own arithmetic agrees about what it is.

#[allow(dead_code)]
#[path = "../../tests/conversion/support.rs"]
mod support;

use proptest::collection::{btree_map, hash_set, vec};
use proptest::prelude::*;
use pyrules::{IntoPyObject, Python};
use support::{eval, round_trip};

/// Python's own opinion of an integer: its decimal digits.
fn digits<T: for<'py> IntoPyObject<'py>>(value: T) -> String {
    Python::attach(|py| {
        let object = value.into_pyobject(py).unwrap().into_any();
        object.call_method1("__format__", ("d",)).unwrap().extract().unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn integers(a: i8, b: u16, c: i32, d: u64, e: i64, f: i128, g: u128) {
        round_trip((a, b, c, d, e, f, g));
        prop_assert_eq!(digits(d), d.to_string());
        prop_assert_eq!(digits(e), e.to_string());
        prop_assert_eq!(digits(f), f.to_string());
        prop_assert_eq!(digits(g), g.to_string());
    }

    #[test]
    fn an_integer_converts_where_it_fits_and_only_there(n: i128, shift in 0u32..127) {
        let n = n >> shift;
        Python::attach(|py| {
            let object = eval(py, &n.to_string());
            prop_assert_eq!(object.extract::<i8>().ok(), i8::try_from(n).ok());
            prop_assert_eq!(object.extract::<u8>().ok(), u8::try_from(n).ok());
            prop_assert_eq!(object.extract::<i16>().ok(), i16::try_from(n).ok());
            prop_assert_eq!(object.extract::<u32>().ok(), u32::try_from(n).ok());
            prop_assert_eq!(object.extract::<i64>().ok(), i64::try_from(n).ok());
            prop_assert_eq!(object.extract::<u64>().ok(), u64::try_from(n).ok());
            prop_assert_eq!(object.extract::<u128>().ok(), u128::try_from(n).ok());
            prop_assert_eq!(object.extract::<i128>().ok(), Some(n));
            Ok(())
        })?;
    }

    #[test]
    fn floats(bits: u64) {
        let x = f64::from_bits(bits);
        Python::attach(|py| {
            let back: f64 = x.into_pyobject(py).unwrap().into_any().extract().unwrap();
            prop_assert!(back == x || (back.is_nan() && x.is_nan()));
            Ok(())
        })?;
    }

    #[test]
    fn text(text: String, char: char) {
        round_trip(text.clone());
        round_trip(char);
        Python::attach(|py| {
            let object = (&text).into_pyobject(py).unwrap();
            // A narrow 2.7 counts two for a character beyond the first plane.
            prop_assert!(object.as_any().len().unwrap() >= text.chars().count());
            Ok(())
        })?;
    }

    #[test]
    fn collections(list in vec(any::<i64>(), 0..20), map in btree_map(any::<u32>(), ".*", 0..10),
                   set in hash_set(any::<char>(), 0..10), bytes: Vec<u8>, option: Option<(u8, bool)>) {
        round_trip(list);
        round_trip(map);
        round_trip(set);
        round_trip(bytes);
        round_trip(option);
    }

    #[test]
    fn durations(seconds in 0..86_399_999_999_999u64, microseconds in 0..1_000_000u32) {
        round_trip(std::time::Duration::new(seconds, microseconds * 1000));
    }

    #[test]
    fn addresses(four: std::net::Ipv4Addr, six: std::net::Ipv6Addr, port: u16) {
        round_trip(four);
        round_trip(six);
        round_trip(std::net::SocketAddr::new(six.into(), port));
    }
}

#[cfg(unix)]
proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_of_files(bytes: Vec<u8>) {
        use std::os::unix::ffi::OsStringExt;
        // 2.7 has no `surrogateescape`.
        if Python::attach(|py| py.version_info() >= (3, 0)) {
            round_trip(std::ffi::OsString::from_vec(bytes));
        }
    }
}
