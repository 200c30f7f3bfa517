//! Strings of C.

use super::string::text;
use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyBytes, PyString};
use std::borrow::Cow;
use std::ffi::{CStr, CString};

const STR: TypeHint = TypeHint::Name("str");
const STR_OR_BYTES: TypeHint = TypeHint::Union(&[STR, TypeHint::Name("bytes")]);

/// The bytes of a `bytes`, or of the UTF-8 form of a `str`.
#[inline]
fn bytes<'a>(object: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, [u8]>> {
    if let Ok(bytes) = object.downcast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    Ok(match text(object)? {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    })
}

#[cold]
#[inline]
fn embedded_null(object: &Bound<'_, PyAny>) -> PyErr {
    let what = if object.is_instance_of::<PyBytes>() { "byte" } else { "character" };
    PyErr::with_message::<PyValueError>(format!("embedded null {what}"))
}

/// The string that ends where the bytes do: Python has a null behind the bytes of each `bytes` and `str`.
#[inline]
fn lend<'a>(object: &Bound<'_, PyAny>, bytes: &'a [u8]) -> PyResult<&'a CStr> {
    if bytes.contains(&0) {
        return Err(embedded_null(object));
    }
    // SAFETY: the bytes are lent by a `bytes` object, or by a `str` object as its UTF-8 form: the C API promises a null
    // behind either. There is no other in between, as was just seen.
    Ok(unsafe {
        CStr::from_bytes_with_nul_unchecked(std::slice::from_raw_parts(bytes.as_ptr(), bytes.len() + 1))
    })
}

impl<'py> FromPyObject<'_, 'py> for CString {
    const HINT: TypeHint = STR_OR_BYTES;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        CString::new(bytes(object)?).map_err(|_| embedded_null(object))
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for &'a CStr {
    const HINT: TypeHint = STR_OR_BYTES;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        match bytes(object)? {
            Cow::Borrowed(bytes) => lend(object, bytes),
            Cow::Owned(_) => Err(PyErr::with_message::<crate::err::exceptions::PyTypeError>(
                "this Python cannot lend the text of a str: extract a CString",
            )),
        }
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        match bytes(object)? {
            Cow::Borrowed(bytes) => lend(object, bytes),
            Cow::Owned(bytes) => {
                let kept = holder.hold(PyBytes::new(object.py(), &bytes).into_any());
                lend(object, kept.downcast::<PyBytes>()?.as_bytes())
            }
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, CStr> {
    const HINT: TypeHint = STR_OR_BYTES;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        match bytes(object)? {
            Cow::Borrowed(bytes) => lend(object, bytes).map(Cow::Borrowed),
            Cow::Owned(bytes) => CString::new(bytes).map(Cow::Owned).map_err(|_| embedded_null(object)),
        }
    }
}

macro_rules! to_python {
    ($($Type:ty),*) => { $(
        impl<'py> IntoPyObject<'py> for $Type {
            type Target = PyString;
            const HINT: TypeHint = STR;

            /// The text, which has to be UTF-8. For other bytes, hand over `to_bytes()`.
            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
                PyString::from_bytes(py, self.to_bytes())
            }
        }
    )* };
}

to_python!(&CStr, CString, &CString, Cow<'_, CStr>, &Cow<'_, CStr>);
