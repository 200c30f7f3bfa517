//! Bytes, and everything that can be read as bytes.

use crate::support::{becomes, error, eval, round_trip, value};
use pyrules::Python;
use std::borrow::Cow;
use std::collections::VecDeque;

#[test]
fn there_and_back() {
    let all: Vec<u8> = (0..=255).collect();
    for bytes in [vec![], vec![0], all] {
        round_trip(bytes.clone());
        round_trip(bytes.clone().into_boxed_slice());
        round_trip(VecDeque::from(bytes.clone()));
    }
    round_trip([1u8, 2, 3]);
    becomes(vec![97u8, 98], "b'ab'");
    becomes(&[97u8, 98][..], "b'ab'");
    becomes([97u8], "b'a'");
    becomes(&[97u8], "b'a'");
    becomes(Cow::Borrowed(&b"ab"[..]), "b'ab'");
    becomes(b"ab".to_vec().into_boxed_slice(), "b'ab'");
}

#[test]
fn bytes_are_borrowed() {
    Python::attach(|py| {
        let object = eval(py, "b'abc'");
        let one: &[u8] = object.extract().unwrap();
        assert_eq!(one, b"abc");
        assert_eq!(one.as_ptr(), object.extract::<&[u8]>().unwrap().as_ptr());
        assert!(matches!(object.extract::<Cow<'_, [u8]>>().unwrap(), Cow::Borrowed(b"abc")));
    });
}

#[test]
fn what_is_like_bytes() {
    for code in [
        "bytearray(b'abc')",
        "memoryview(b'abc')",
        "memoryview(bytearray(b'abc'))",
        "memoryview(b'aXbXc')[::2]",
    ] {
        if code.contains("::") && Python::attach(|py| py.version_info() < (3, 0)) {
            continue; // 2.7 has no strided views
        }
        assert_eq!(value::<Vec<u8>>(code), b"abc", "{code}");
        assert_eq!(value::<Box<[u8]>>(code), b"abc"[..].into(), "{code}");
        assert_eq!(value::<[u8; 3]>(code), *b"abc", "{code}");
        Python::attach(|py| {
            let object = eval(py, code);
            assert!(
                matches!(object.extract::<Cow<'_, [u8]>>().unwrap(), Cow::Owned(bytes) if bytes == b"abc")
            );
            assert!(object.extract::<&[u8]>().is_err());
        });
    }
}

#[test]
fn numbers_are_bytes_one_by_one() {
    assert_eq!(value::<Vec<u8>>("[1, 2, 255]"), [1, 2, 255]);
    assert_eq!(value::<Vec<u8>>("(1,)"), [1]);
    assert_eq!(value::<Vec<u8>>("range(3)"), [0, 1, 2]);
    assert_eq!(value::<Vec<u8>>("__import__('array').array('i', [1, 2])"), [1, 2]);
    assert_eq!(
        error::<Vec<u8>>("[1, 256]"),
        "OverflowError: item [1]: Python int too large to convert to an unsigned 8-bit integer"
    );
}

#[test]
fn what_are_no_bytes() {
    assert!(error::<Vec<u8>>("u'abc'").starts_with("TypeError: a str is not taken apart"));
    assert_eq!(error::<Vec<u8>>("1"), "TypeError: expected sequence, got int");
    assert_eq!(error::<[u8; 2]>("b'abc'"), "TypeError: expected a sequence of length 2, not 3");
    Python::attach(|py| {
        let text = eval(py, "u'abc'");
        assert_eq!(
            text.extract::<&[u8]>().unwrap_err().to_string(),
            "TypeError: expected bytes, got str".replace("str", &text.get_type().name().unwrap())
        );
        let list = eval(py, "[1]");
        assert_eq!(
            list.extract::<Cow<'_, [u8]>>().unwrap_err().to_string(),
            "TypeError: expected a bytes-like object, got list"
        );
    });
}
