use crate::support::{eval, raised};
use pyrules::exceptions::{
    PyLookupError, PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError, PyValueError,
};
use pyrules::{Bound, PyBytes, PyString, Python};

fn text<'py>(py: Python<'py>, expression: &str) -> Bound<'py, PyString> {
    eval(py, expression).downcast_into().unwrap()
}

#[test]
fn text_there_and_back() {
    Python::attach(|py| {
        for value in ["", "abc", "a\0b", "gr\u{fc}n", "\u{20ac}", "\u{1f40d}x", "\0"] {
            let object = PyString::new(py, value);
            assert_eq!(object.to_cow().unwrap(), value);
            assert_eq!(object.to_string_lossy(), value);
            assert_eq!(object.encode_utf8().unwrap(), value.as_bytes());
            assert_eq!(PyString::from_bytes(py, value.as_bytes()).unwrap(), value);
            assert_eq!(object, value);
            assert_eq!(value, object);
            assert_eq!(object, value.to_owned());
            assert_eq!(object.is_empty(), value.is_empty());
            assert!(object != "other");
        }
        assert_eq!(PyString::new(py, "gr\u{fc}n").len(), 4);
    });
}

#[cfg(any(Py_3_10, unix, not(Py_LIMITED_API)))]
#[test]
fn text_is_lent() {
    Python::attach(|py| {
        for value in ["abc", "gr\u{fc}n", "\u{1f40d}"] {
            let object = PyString::new(py, value);
            let first = object.to_str().unwrap();
            assert_eq!(first, value);
            assert_eq!(first.as_ptr(), object.to_str().unwrap().as_ptr());
        }
    });
}

#[test]
fn lone_surrogates() {
    Python::attach(|py| {
        for expression in [r"u'a\udc80b'", r"u'\xe4\ud800\ud800'", r"u'\udfff\ud800'"] {
            let object = text(py, expression);
            raised::<PyUnicodeEncodeError, _>(py, object.to_cow());
            raised::<PyUnicodeEncodeError, _>(py, object.encode_utf8());
            assert!(object != "a" && object != "a\u{fffd}b");
        }
        assert_eq!(text(py, r"u'a\udc80b'").to_string_lossy(), "a\u{fffd}b");
        assert_eq!(text(py, r"u'\xe4\ud800\ud800'").to_string_lossy(), "\u{e4}\u{fffd}\u{fffd}");
        assert_eq!(text(py, r"u'\udfff\ud800'").to_string_lossy(), "\u{fffd}\u{fffd}");
    });
}

#[test]
fn decoding() {
    Python::attach(|py| {
        raised::<PyUnicodeDecodeError, _>(py, PyString::from_bytes(py, b"\xff"));
        let bytes = PyBytes::new(py, b"\xe4");
        assert_eq!(PyString::from_encoded_object(&bytes, Some(c"latin-1"), None).unwrap(), "\u{e4}");
        raised::<PyUnicodeDecodeError, _>(py, PyString::from_encoded_object(&bytes, None, None));
        assert_eq!(PyString::from_encoded_object(&bytes, None, Some(c"ignore")).unwrap(), "");
        raised::<PyLookupError, _>(py, PyString::from_encoded_object(&bytes, Some(c"no-such"), None));
        raised::<PyTypeError, _>(py, PyString::from_encoded_object(&eval(py, "1"), None, None));
    });
}

#[test]
fn interned_text_is_one_object() {
    Python::attach(|py| {
        let first = PyString::intern(py, "a name that is interned");
        assert!(first.is(&PyString::intern(py, "a name that is interned")));
        assert!(!first.is(&PyString::new(py, "a name that is interned")));
    });
}

#[cfg(not(Py_LIMITED_API))]
#[test]
fn stored_code_points() {
    use pyrules::types::PyStringData;

    Python::attach(|py| {
        for value in ["abc", "gr\u{fc}n", "\u{20ac}uro", "\u{1f40d}"] {
            let object = PyString::new(py, value);
            // SAFETY: a finished string.
            let data = unsafe { object.data() }.unwrap();
            assert_eq!(data.to_string_lossy(), value);
            assert_eq!(data.as_bytes().len(), object.len() * data.value_width_bytes());
        }
        let object = text(py, r"u'\u20ac\udc80'");
        // SAFETY: a finished string.
        assert_eq!(unsafe { object.data() }.unwrap().to_string_lossy(), "\u{20ac}\u{fffd}");
        let object = PyString::new(py, "gr\u{fc}n");
        // SAFETY: a finished string.
        match unsafe { object.data() }.unwrap() {
            PyStringData::Ucs1(data) => assert!(cfg!(Py_3) && data == b"gr\xfcn"),
            data => assert!(cfg!(Py_2), "{data:?}"),
        }
    });
}

#[test]
fn only_a_str_is_one() {
    Python::attach(|py| {
        assert!(eval(py, "b'x'").downcast::<PyString>().is_err());
        assert!(eval(py, "b'x'").downcast::<PyBytes>().is_ok());
        assert_eq!(eval(py, "1").downcast::<PyString>().unwrap_err().to_string(), "expected str, got int");
    });
}

#[test]
fn formatted_text() {
    struct Fails;
    impl std::fmt::Display for Fails {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    Python::attach(|py| {
        assert_eq!(PyString::from_fmt(py, format_args!("plain")).unwrap(), "plain");
        assert_eq!(PyString::from_fmt(py, format_args!("{}\u{e4}{:?}", 1, "x")).unwrap(), "1\u{e4}\"x\"");
        raised::<PyValueError, _>(py, PyString::from_fmt(py, format_args!("{Fails}")));
    });
}
