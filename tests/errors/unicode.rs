//! Text that is no Unicode.

use pyrules::exceptions::PyUnicodeDecodeError;
use pyrules::{PyErr, PyString, Python};

/// What Python's own decoder says about the bytes.
fn pythons_own(py: Python<'_>, bytes: &[u8]) -> PyErr {
    PyString::from_bytes(py, bytes).unwrap_err()
}

#[test]
fn it_is_what_python_itself_raises() {
    Python::attach(|py| {
        if py.version_info() < (3, 0) {
            return; // its decoder accepts and refuses other bytes
        }
        for bytes in [
            &b"abc\xff"[..],
            b"\x80",
            b"ab\xc3",
            b"\xe2\x82",
            b"x\xe2\x28\xa1",
            b"\xf0\x9f\x98",
            b"\xf0\x28\x8c\x28",
            b"\xc0\xaf",
            b"\xed\xa0\x80",
            b"\xf5\x80\x80\x80",
            b"ok\xc3(rest",
        ] {
            let ours = PyErr::from(String::from_utf8(bytes.to_vec()).unwrap_err());
            let theirs = pythons_own(py, bytes);
            for attribute in ["encoding", "object", "start", "end", "reason"] {
                let get =
                    |error: &PyErr| error.value(py).getattr(attribute).unwrap().repr().unwrap().to_string();
                assert_eq!(get(&ours), get(&theirs), "{attribute} of {bytes:?}");
            }
            assert_eq!(ours.to_string(), theirs.to_string());
        }
    });
}

#[test]
fn the_others() {
    Python::attach(|py| {
        let start = |error: &PyErr| error.value(py).getattr("start").unwrap().extract::<usize>().unwrap();
        let error = PyErr::from(std::str::from_utf8(&[b'a', b'b', 0xff][..]).unwrap_err());
        assert!(error.is_instance_of::<PyUnicodeDecodeError>(py));
        assert_eq!(start(&error), 2);
        let error =
            PyErr::from(std::ffi::CString::new(b"ab\xff".to_vec()).unwrap().into_string().unwrap_err());
        assert_eq!(start(&error), 2);
        assert!(
            error.to_string().contains("can't decode byte 0xff in position 2: invalid start byte"),
            "{error}"
        );
        let error = PyErr::from(String::from_utf16(&[0xd800]).unwrap_err());
        assert!(error.is_instance_of::<PyUnicodeDecodeError>(py));
        let error = PyErr::from(char::decode_utf16([0xdc00]).next().unwrap().unwrap_err());
        assert!(error.is_instance_of::<PyUnicodeDecodeError>(py), "{error}");
    });
}

#[test]
#[cfg(unix)]
fn names_of_files() {
    use std::os::unix::ffi::OsStringExt;
    let name = std::ffi::OsString::from_vec(b"a\xff".to_vec());
    let error = PyErr::from(name.into_string().unwrap_err());
    assert!(error.to_string().contains("can't decode byte 0xff in position 1"), "{error}");
}
