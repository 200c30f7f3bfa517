//! Text that is no valid Unicode: real `UnicodeDecodeError`s, with encoding, object, start, end and reason.

use super::PyErr;
use super::exceptions::PyUnicodeDecodeError;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use std::ffi::CString;
use std::str::Utf8Error;

/// Bytes that become a `bytes` object when the exception is built.
struct Bytes(Vec<u8>);

impl<'py> crate::IntoPyObject<'py> for Bytes {
    type Target = PyAny;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> super::PyResult<Bound<'py, PyAny>> {
        let bytes = &self.0;
        // SAFETY: the slice is readable for its length; returns a new reference or null.
        unsafe {
            let object =
                ffi::PyBytes_FromStringAndSize(bytes.as_ptr().cast(), bytes.len() as ffi::Py_ssize_t);
            Bound::from_owned_ptr_or_err(py, object)
        }
    }
}

impl PyUnicodeDecodeError {
    /// The exception for `bytes` that are no UTF-8, with the reason that Python's own decoder gives.
    #[inline]
    pub fn from_utf8(bytes: Vec<u8>, error: Utf8Error) -> PyErr {
        let start = error.valid_up_to();
        let reason = match (error.error_len(), bytes.get(start)) {
            (None, _) => "unexpected end of data",
            (Some(_), Some(0x80..=0xC1 | 0xF5..=0xFF)) => "invalid start byte",
            (Some(_), Some(_)) => "invalid continuation byte",
            (Some(_), None) => "invalid utf-8",
        };
        let end = error.error_len().map_or(bytes.len().max(start + 1), |length| start + length);
        decode_error("utf-8", bytes, start, end, reason)
    }
}

#[inline]
fn decode_error(
    encoding: &'static str,
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    reason: &'static str,
) -> PyErr {
    PyErr::new::<PyUnicodeDecodeError, _>((encoding, Bytes(bytes), start, end, reason))
}

/// The bytes are not known here: the exception has none of them, but the right positions.
impl From<Utf8Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Utf8Error) -> PyErr {
        PyUnicodeDecodeError::from_utf8(Vec::new(), error)
    }
}

impl From<std::string::FromUtf8Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: std::string::FromUtf8Error) -> PyErr {
        let reason = error.utf8_error();
        PyUnicodeDecodeError::from_utf8(error.into_bytes(), reason)
    }
}

impl From<std::ffi::IntoStringError> for PyErr {
    #[cold]
    #[inline]
    fn from(error: std::ffi::IntoStringError) -> PyErr {
        let reason = error.utf8_error();
        PyUnicodeDecodeError::from_utf8(CString::into_bytes(error.into_cstring()), reason)
    }
}

/// What `OsString::into_string` gives back: a name that is not Unicode.
impl From<std::ffi::OsString> for PyErr {
    #[cold]
    #[inline]
    fn from(text: std::ffi::OsString) -> PyErr {
        match String::from_utf8(text.into_encoded_bytes()) {
            Ok(text) => PyErr::with_message::<super::exceptions::PyUnicodeError>(text),
            Err(error) => error.into(),
        }
    }
}

impl From<std::string::FromUtf16Error> for PyErr {
    #[cold]
    #[inline]
    fn from(_: std::string::FromUtf16Error) -> PyErr {
        decode_error("utf-16", Vec::new(), 0, 1, "illegal UTF-16 surrogate")
    }
}

impl From<std::char::DecodeUtf16Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: std::char::DecodeUtf16Error) -> PyErr {
        let unit = error.unpaired_surrogate().to_le_bytes().to_vec();
        decode_error("utf-16", unit, 0, 2, "illegal UTF-16 surrogate")
    }
}
