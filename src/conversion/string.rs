//! `str`, its owners, and `char`.

use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyBytes, PyString};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

const STR: TypeHint = TypeHint::Name("str");

/// The text of a `str`, lent where the object has it as UTF-8. On 2.7 also that of a `str` of that Python, which has to
/// be UTF-8.
#[inline]
pub(super) fn text<'a>(object: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    if let Ok(text) = object.downcast::<PyString>() {
        return text.to_cow();
    }
    #[cfg(Py_2)]
    if let Ok(bytes) = object.downcast::<PyBytes>() {
        return match std::str::from_utf8(bytes.as_bytes()) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(error) => {
                let bytes = bytes.as_bytes().to_vec();
                Err(crate::err::exceptions::PyUnicodeDecodeError::from_utf8(bytes, error))
            }
        };
    }
    Err(PyErr::wrong_type("str", object))
}

impl<'a, 'py> FromPyObject<'a, 'py> for &'a str {
    const HINT: TypeHint = STR;
    const IS_LEAF: bool = true;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        match text(object)? {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => Err(PyErr::with_message::<PyTypeError>(
                "this Python cannot lend the text of a str: extract a String or a Cow<str>",
            )),
        }
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        match text(object)? {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(text) => lend(holder, object.py(), &text),
        }
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        may_be_text(object)
    }
}

/// Keeps the text as a `bytes` object in the holder, and lends it from there.
#[cold]
#[inline]
fn lend<'a, 'py>(holder: &'a Holder<'py>, py: Python<'py>, text: &str) -> PyResult<&'a str> {
    let utf8 = holder.hold(PyBytes::new(py, text.as_bytes()).into_any());
    Ok(std::str::from_utf8(utf8.downcast::<PyBytes>()?.as_bytes())?)
}

impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, str> {
    const HINT: TypeHint = STR;
    const IS_LEAF: bool = true;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        text(object)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        may_be_text(object)
    }
}

/// Whether the object is a `str`, or what 2.7 has for one.
#[inline]
fn may_be_text(object: &Bound<'_, PyAny>) -> bool {
    cfg!(Py_2) || object.downcast::<PyString>().is_ok()
}

/// The types that own a text.
macro_rules! owners {
    ($($Owner:ty),*) => { $(
        impl<'py> FromPyObject<'_, 'py> for $Owner {
            const HINT: TypeHint = STR;
            const IS_LEAF: bool = true;
            const AT_ONCE: bool = true;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                #[cold]
                #[inline]
                fn slow(object: &Bound<'_, PyAny>) -> PyResult<$Owner> {
                    Ok(text(object)?.into())
                }

                match Self::extract_at_once(object) {
                    Some(text) => Ok(text),
                    None => slow(object),
                }
            }

            #[inline]
            fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
                let text = object.downcast::<PyString>().ok()?.ascii()?;
                // SAFETY: ASCII is UTF-8.
                Some(unsafe { std::str::from_utf8_unchecked(text) }.into())
            }

            #[inline]
            fn may_accept(object: &Bound<'py, PyAny>) -> bool {
                may_be_text(object)
            }
        }

        impl<'py> IntoPyObject<'py> for $Owner {
            type Target = PyString;
            const HINT: TypeHint = STR;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
                (*self).into_pyobject(py)
            }
        }

        impl<'py> IntoPyObject<'py> for &$Owner {
            type Target = PyString;
            const HINT: TypeHint = STR;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
                (**self).into_pyobject(py)
            }
        }
    )* };
}

owners!(String, Box<str>, Rc<str>, Arc<str>);

impl<'py> IntoPyObject<'py> for &str {
    type Target = PyString;
    const HINT: TypeHint = STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        PyString::of(py, self)
    }
}

impl<'py> IntoPyObject<'py> for Cow<'_, str> {
    type Target = PyString;
    const HINT: TypeHint = STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        (*self).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for &Cow<'_, str> {
    type Target = PyString;
    const HINT: TypeHint = STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        (**self).into_pyobject(py)
    }
}

impl<'py> FromPyObject<'_, 'py> for char {
    const HINT: TypeHint = STR;

    /// A `str` of length 1, as `ord` takes it.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let text = text(object)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(PyErr::with_message::<PyTypeError>(format!(
                "expected a character, but string of length {} found",
                text.chars().count()
            ))),
        }
    }
}

impl<'py> IntoPyObject<'py> for char {
    type Target = PyString;
    const HINT: TypeHint = STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        self.encode_utf8(&mut [0; 4]).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for &char {
    type Target = PyString;
    const HINT: TypeHint = STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        (*self).into_pyobject(py)
    }
}
