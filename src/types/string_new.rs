//! A new `str` of a text: as in Rust it is known to be UTF-8, there is nothing left that could be wrong with it.

use super::PyString;
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, Python};

/// The `str` of a text.
#[cfg(any(Py_2, Py_LIMITED_API, PyPy))]
#[inline]
pub(super) fn of<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
    decode(py, text.as_bytes())
}

/// The `str` of a text.
#[cfg(not(any(Py_2, Py_LIMITED_API, PyPy)))]
pub(super) fn of<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
    let bytes = text.as_bytes();
    match bytes.len() {
        // These are shared.
        0 | 1 => decode(py, bytes),
        length if bytes.is_ascii() => {
            // SAFETY: places for ASCII characters, of which there are as many as bytes.
            unsafe {
                let (object, first) = places::<u8>(py, length, '\x7f')?;
                std::ptr::copy_nonoverlapping(bytes.as_ptr(), first, length);
                Ok(object)
            }
        }
        _ => wide(py, text),
    }
}

/// The `str` of texts one after the other, put together where it is.
pub(super) fn of_parts<'py>(py: Python<'py>, parts: &[&str]) -> PyResult<Bound<'py, PyString>> {
    #[cfg(not(any(Py_2, Py_LIMITED_API, PyPy)))]
    {
        let length = parts.iter().map(|part| part.len()).sum();
        // Shorter ones are shared.
        if length > 1 {
            // SAFETY: places for ASCII characters, as many as there are bytes in all parts.
            unsafe {
                let (object, first) = places::<u8>(py, length, '\x7f')?;
                let mut place = first;
                for part in parts {
                    std::ptr::copy_nonoverlapping(part.as_ptr(), place, part.len());
                    place = place.add(part.len());
                }
                if std::slice::from_raw_parts(first, length).is_ascii() {
                    return Ok(object);
                }
                // What ends here is ASCII, too.
                first.write_bytes(0, length);
            }
        }
    }
    of(py, &parts.concat())
}

/// The `str` of a text that is not ASCII: each character takes as many bytes as the largest one.
#[cfg(not(any(Py_2, Py_LIMITED_API, PyPy)))]
#[inline(never)]
fn wide<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
    /// # Safety
    /// There is a place for each character, which fits.
    #[inline]
    unsafe fn fill<T>(text: &str, first: *mut T, convert: impl Fn(char) -> T) {
        for (index, character) in text.chars().enumerate() {
            // SAFETY: said by the caller.
            unsafe { first.add(index).write(convert(character)) };
        }
    }

    let (mut length, mut largest) = (0, '\0');
    for character in text.chars() {
        length += 1;
        largest = largest.max(character);
    }
    // SAFETY: places of that size, as many as there are characters.
    unsafe {
        match largest {
            ..'\u{100}' => {
                let (object, first) = places(py, length, largest)?;
                fill(text, first, |character| character as u8);
                Ok(object)
            }
            '\u{100}'..'\u{10000}' => {
                let (object, first) = places(py, length, largest)?;
                fill(text, first, |character| character as u16);
                Ok(object)
            }
            _ => {
                let (object, first) = places(py, length, largest)?;
                fill(text, first, |character| character as u32);
                Ok(object)
            }
        }
    }
}

/// A new `str` of so many characters, to be filled, and the place of the first one. (`PyUnicode_New`)
#[cfg(not(any(Py_2, Py_LIMITED_API, PyPy)))]
#[inline]
fn places<T>(py: Python<'_>, length: usize, largest: char) -> PyResult<(Bound<'_, PyString>, *mut T)> {
    // SAFETY: returns a new reference to a string or sets an exception; the characters begin where the header says.
    unsafe {
        let object = ffi::PyUnicode_New(length as ffi::Py_ssize_t, largest as ffi::Py_UCS4);
        let object = Bound::from_owned_ptr_or_err(py, object)?;
        let first = ffi::PyUnicode_DATA(object.as_ptr()).cast();
        Ok((object.downcast_into_unchecked(), first))
    }
}

/// The `str` of UTF-8. (`PyUnicode_DecodeUTF8`)
#[inline]
pub(super) fn decode<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: as many bytes as is said; returns a new reference or sets an exception.
    unsafe {
        let length = bytes.len() as ffi::Py_ssize_t;
        let text = ffi::PyUnicode_DecodeUTF8(bytes.as_ptr().cast(), length, std::ptr::null());
        Ok(Bound::from_owned_ptr_or_err(py, text)?.downcast_into_unchecked())
    }
}
