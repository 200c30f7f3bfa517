//! `repr` and `str`, and with them `Debug` and `Display`.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, Py, PyAny, Python};
use crate::types::PyString;
use std::fmt::{self, Formatter};

/// Text.
impl<'py> Bound<'py, PyAny> {
    /// `repr(self)`. (`PyObject_Repr`)
    ///
    /// `{:?}` writes the same.
    ///
    /// # Errors
    /// What `__repr__` raises.
    #[inline]
    pub fn repr(&self) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: the object is alive; returns a new reference to a string or sets an exception.
        unsafe { text_from_owned_ptr(self, ffi::PyObject_Repr(self.as_ptr())) }
    }

    /// `str(self)`; on 2.7 `unicode(self)`. (`PyObject_Str`)
    ///
    /// `{}` writes the same, and so does `to_string`.
    ///
    /// # Errors
    /// What `__str__` raises.
    #[inline]
    pub fn str(&self) -> PyResult<Bound<'py, PyString>> {
        #[cfg(Py_2)]
        {
            use crate::err::exceptions::PyUnicodeDecodeError;
            // SAFETY: the object is alive; returns a new reference to a `unicode` or sets an exception.
            let text = unsafe { text_from_owned_ptr(self, ffi::PyObject_Unicode(self.as_ptr())) };
            match text {
                // 2.7 tries ASCII alone, and text in its `str` is mostly UTF-8.
                Err(error) if error.is_instance_of::<PyUnicodeDecodeError>(self.py()) => {}
                text => return text,
            }
        }
        // SAFETY: the object is alive; returns a new reference to a string or sets an exception.
        unsafe { text_from_owned_ptr(self, ffi::PyObject_Str(self.as_ptr())) }
    }
}

/// # Safety
/// `text` is null with an exception set, or carries one reference, to a `str` of the version at hand.
#[inline]
unsafe fn text_from_owned_ptr<'py>(
    object: &Bound<'py, PyAny>,
    text: *mut ffi::PyObject,
) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: forwarded from the caller.
    let text = unsafe { Bound::from_owned_ptr_or_err(object.py(), text) }?;
    #[cfg(Py_2)]
    if let Ok(bytes) = text.downcast::<crate::types::PyBytes>() {
        return PyString::from_encoded_object(bytes, Some(c"utf-8"), Some(c"replace"));
    }
    // SAFETY: a `str`, as the caller says.
    Ok(unsafe { text.downcast_into_unchecked() })
}

/// Writes the text, or says of which type the object is that has none. The exception goes to `sys.unraisablehook`
/// (on older versions to `sys.stderr`): formatting has no way to return it.
#[inline]
fn write(
    object: &Bound<'_, PyAny>,
    text: PyResult<Bound<'_, PyString>>,
    write: impl FnOnce(&str) -> fmt::Result,
) -> fmt::Result {
    match text {
        Ok(text) => write(&text.to_string_lossy()),
        Err(error) => {
            error.restore(object.py());
            // SAFETY: attached, with an exception set; the object is alive.
            unsafe { ffi::PyErr_WriteUnraisable(object.as_ptr()) };
            match object.get_type().name() {
                Ok(name) => write(&format!("<unprintable {name} object>")),
                Err(_) => write("<unprintable object>"),
            }
        }
    }
}

/// `repr(self)`.
impl<T> fmt::Debug for Bound<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let object = self.as_any();
        write(object, object.repr(), |text| f.write_str(text))
    }
}

/// `str(self)`.
impl<T> fmt::Display for Bound<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let object = self.as_any();
        write(object, object.str(), |text| f.pad(text))
    }
}

/// `str(self)`; attaches the thread for it. Once the interpreter is gone it is a placeholder.
impl<T> fmt::Display for Py<T> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match Python::try_attach(|py| self.bind(py).to_string()) {
            Some(text) => f.pad(&text),
            None => f.pad("<object of a finalised interpreter>"),
        }
    }
}
