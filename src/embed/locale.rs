//! Names for C: what Python makes of them once it knows the locale.

use super::error::InterpreterError;
#[cfg(Py_3)]
use crate::ffi;
use std::ffi::{CString, OsStr};

/// A name as a C string.
#[cfg(unix)]
#[inline]
pub(super) fn c_string(name: &OsStr) -> Result<CString, InterpreterError> {
    use std::os::unix::ffi::OsStrExt;
    CString::new(name.as_bytes()).map_err(|_| contains_nul(name))
}

/// A name as a C string.
#[cfg(all(windows, Py_2))]
#[inline]
pub(super) fn c_string(name: &OsStr) -> Result<CString, InterpreterError> {
    let text =
        name.to_str().ok_or_else(|| InterpreterError::option(format!("{name:?} is not valid Unicode")))?;
    CString::new(text).map_err(|_| contains_nul(name))
}

#[inline]
fn contains_nul(name: &OsStr) -> InterpreterError {
    InterpreterError::option(format!("{name:?} contains a NUL"))
}

/// A name as a wide C string, decoded with the locale's encoding.
#[cfg(all(unix, Py_3))]
#[inline]
pub(super) fn wide(name: &OsStr) -> Result<Vec<ffi::wchar_t>, InterpreterError> {
    let bytes = c_string(name)?;
    let mut length = 0;
    // SAFETY: ends in a null byte; may be called before the interpreter is there, once the locale is set.
    let decoded = unsafe { ffi::Py_DecodeLocale(bytes.as_ptr(), &mut length) };
    if decoded.is_null() {
        return Err(InterpreterError::option(format!("{name:?} cannot be decoded in this locale")));
    }
    // SAFETY: that many characters and a null character, as the function has said.
    let text = unsafe { std::slice::from_raw_parts(decoded, length + 1) }.to_vec();
    // The older limited API has no function to free it: then a few words are lost.
    #[cfg(any(not(Py_LIMITED_API), Py_3_13))]
    // SAFETY: the function's result belongs to the caller.
    unsafe {
        ffi::PyMem_RawFree(decoded.cast())
    };
    Ok(text)
}

/// A name as a wide C string.
#[cfg(all(windows, Py_3))]
#[inline]
pub(super) fn wide(name: &OsStr) -> Result<Vec<ffi::wchar_t>, InterpreterError> {
    use std::os::windows::ffi::OsStrExt;
    let mut text: Vec<_> = name.encode_wide().collect();
    if text.contains(&0) {
        return Err(contains_nul(name));
    }
    text.push(0);
    Ok(text)
}
