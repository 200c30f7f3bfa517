//! `unicodeobject.h`: strings of the file system, and parts of strings.

use super::*;
use std::ptr::{null, null_mut};

/// The encoding of file names; UTF-8 where the interpreter names none. The error handler is `strict`: 2.7 has no
/// `surrogateescape`.
unsafe fn encoding() -> *const c_char {
    // SAFETY: set once while the interpreter starts.
    let name = unsafe { Py_FileSystemDefaultEncoding };
    if name.is_null() { c"utf-8".as_ptr() } else { name }
}

/// A file name as text.
pub unsafe fn PyUnicode_DecodeFSDefaultAndSize(text: *const c_char, size: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's `text` has `size` bytes.
    unsafe { PyUnicode_Decode(text, size, encoding(), null()) }
}

/// A file name as text.
pub unsafe fn PyUnicode_DecodeFSDefault(text: *const c_char) -> *mut PyObject {
    // SAFETY: the caller's `text` is a C string.
    unsafe { PyUnicode_DecodeFSDefaultAndSize(text, platform::strlen(text) as Py_ssize_t) }
}

/// A file name as bytes.
pub unsafe fn PyUnicode_EncodeFSDefault(text: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `text` is a `unicode`.
    unsafe { PyUnicode_AsEncodedString(text, encoding(), null()) }
}

/// An argument converter: a file name, of either kind of string, as bytes.
pub unsafe extern "C" fn PyUnicode_FSConverter(arg: *mut PyObject, result: *mut c_void) -> c_int {
    // SAFETY: the caller's `arg` is a live object, or null to release what `result`, a place for an object, holds.
    unsafe { convert(arg, result.cast(), PyUnicode_Check, |arg| PyUnicode_EncodeFSDefault(arg)) }
}

/// An argument converter: a file name, of either kind of string, as text.
pub unsafe extern "C" fn PyUnicode_FSDecoder(arg: *mut PyObject, result: *mut c_void) -> c_int {
    // SAFETY: as above; a native string has its characters.
    unsafe {
        convert(arg, result.cast(), PyBytes_Check, |arg| {
            PyUnicode_DecodeFSDefaultAndSize(PyBytes_AsString(arg), PyBytes_Size(arg))
        })
    }
}

/// Converts a string of the kind that `other` finds, passes the other kind on, and refuses what has a zero in it.
unsafe fn convert(
    arg: *mut PyObject,
    result: *mut *mut PyObject,
    other: unsafe fn(*mut PyObject) -> c_int,
    conversion: impl FnOnce(*mut PyObject) -> *mut PyObject,
) -> c_int {
    // What asks for a second call, to release the result.
    const Py_CLEANUP_SUPPORTED: c_int = 0x20000;
    // SAFETY: the caller's `arg` is a live object or null, `result` a valid place.
    unsafe {
        if arg.is_null() {
            Py_CLEAR(result);
            return 1;
        }
        let converted = if other(arg) != 0 {
            conversion(arg)
        } else if PyBytes_Check(arg) != 0 || PyUnicode_Check(arg) != 0 {
            Py_NewRef(arg)
        } else {
            PyErr_SetString(PyExc_TypeError, c"a file name must be a string".as_ptr());
            null_mut()
        };
        if converted.is_null() {
            return 0;
        }
        let has_zero = if PyBytes_Check(converted) != 0 {
            let text = PyBytes_AsString(converted);
            platform::strlen(text) as Py_ssize_t != PyBytes_Size(converted)
        } else {
            let units = std::slice::from_raw_parts(
                PyUnicode_AS_UNICODE(converted),
                PyUnicode_GET_SIZE(converted) as usize,
            );
            units.contains(&0)
        };
        if has_zero {
            PyErr_SetString(PyExc_TypeError, c"a file name must not contain a null character".as_ptr());
            Py_DECREF(converted);
            return 0;
        }
        *result = converted;
        Py_CLEANUP_SUPPORTED
    }
}

/// Text in the encoding of the locale, which 2.7 takes to be that of file names.
pub unsafe fn PyUnicode_DecodeLocaleAndSize(
    text: *const c_char,
    size: Py_ssize_t,
    errors: *const c_char,
) -> *mut PyObject {
    // SAFETY: the caller's `text` has `size` bytes, `errors` is null or a C string.
    unsafe { PyUnicode_Decode(text, size, encoding(), errors) }
}

/// Text in the encoding of the locale, which 2.7 takes to be that of file names.
pub unsafe fn PyUnicode_EncodeLocale(text: *mut PyObject, errors: *const c_char) -> *mut PyObject {
    // SAFETY: the caller's `text` is a `unicode`, `errors` is null or a C string.
    unsafe { PyUnicode_AsEncodedString(text, encoding(), errors) }
}

/// The number of code units: characters, but on narrow builds.
#[inline]
pub unsafe fn PyUnicode_GetLength(text: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `text` is a `unicode`.
    unsafe { PyUnicode_GET_SIZE(text) }
}

/// As [`PyUnicode_GetLength`].
#[inline]
pub unsafe fn PyUnicode_GET_LENGTH(text: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `text` is a `unicode`.
    unsafe { PyUnicode_GET_SIZE(text) }
}

/// A `unicode` is always in its final form.
#[inline]
pub unsafe fn PyUnicode_READY(_text: *mut PyObject) -> c_int {
    0
}

/// A code unit; `-1` as a character and an `IndexError` if there is none.
pub unsafe fn PyUnicode_ReadChar(text: *mut PyObject, index: Py_ssize_t) -> Py_UCS4 {
    // SAFETY: the caller's `text` is a `unicode`; the index is checked.
    unsafe {
        if index < 0 || index >= PyUnicode_GET_SIZE(text) {
            PyErr_SetString(PyExc_IndexError, c"string index out of range".as_ptr());
            return Py_UCS4::MAX;
        }
        Py_UCS4::from(PyUnicode_AS_UNICODE(text).offset(index).read())
    }
}

/// A part of a string, by code units.
pub unsafe fn PyUnicode_Substring(text: *mut PyObject, start: Py_ssize_t, end: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's `text` is a `unicode`; the part is inside.
    unsafe {
        if start < 0 || end < 0 {
            PyErr_SetString(PyExc_IndexError, c"string index out of range".as_ptr());
            return null_mut();
        }
        let end = end.min(PyUnicode_GET_SIZE(text));
        let length = (end - start).max(0);
        let first =
            if length > 0 { PyUnicode_AS_UNICODE(text).offset(start) } else { PyUnicode_AS_UNICODE(text) };
        PyUnicode_FromUnicode(first, length)
    }
}

/// Compares a string with an ASCII one: `-1`, `0` or `1`.
pub unsafe fn PyUnicode_CompareWithASCIIString(left: *mut PyObject, right: *const c_char) -> c_int {
    // SAFETY: the caller's `left` is a `unicode`, `right` a C string.
    unsafe {
        let length = PyUnicode_GET_SIZE(left) as usize;
        let left = std::slice::from_raw_parts(PyUnicode_AS_UNICODE(left), length)
            .iter()
            .map(|&unit| u32::from(unit));
        let right = std::ffi::CStr::from_ptr(right).to_bytes().iter().map(|&byte| u32::from(byte));
        left.cmp(right) as c_int
    }
}

/// Puts `right` behind `*left`, which becomes null if that fails.
pub unsafe fn PyUnicode_Append(left: *mut *mut PyObject, right: *mut PyObject) {
    // SAFETY: the caller's `left` is a valid place with a reference or null, `right` null or a live object.
    unsafe {
        let old = *left;
        if old.is_null() {
            return;
        }
        *left = if right.is_null() { null_mut() } else { PyUnicode_Concat(old, right) };
        Py_DECREF(old);
    }
}

/// Puts `right` behind `*left` and takes the reference to it.
pub unsafe fn PyUnicode_AppendAndDel(left: *mut *mut PyObject, right: *mut PyObject) {
    // SAFETY: as above; the reference is the caller's to give.
    unsafe {
        PyUnicode_Append(left, right);
        Py_XDECREF(right);
    }
}

/// The text in UTF-8, borrowed from the string; null with a `UnicodeEncodeError` if it has a lone surrogate.
///
/// A 2.7 `unicode` has one place for an encoded copy of itself, which the interpreter uses for the default encoding: ASCII, but
/// for programs that changed it. The UTF-8 is kept there. For ASCII text this is what the interpreter would keep; for other
/// text it means that an implicit conversion of this very object to `str` by C code gives UTF-8 from then on, where it
/// would have raised an exception.
pub unsafe fn PyUnicode_AsUTF8AndSize(text: *mut PyObject, size: *mut Py_ssize_t) -> *const c_char {
    // SAFETY: the caller's `text` is a live object, `size` null or a valid place. What the place for the copy holds is a native
    // string, which lives as long as `text`.
    unsafe {
        if PyUnicode_Check(text) == 0 {
            PyErr_SetString(PyExc_TypeError, c"expected a unicode object".as_ptr());
            return null();
        }
        let place = &raw mut (*text.cast::<PyUnicodeObject>()).defenc;
        let kept = place.read();
        // As many bytes as characters, all ASCII: no encoding of it would be another.
        let is_ascii = !kept.is_null()
            && PyBytes_GET_SIZE(kept) == PyUnicode_GET_SIZE(text)
            && bytes_of(kept).is_ascii();
        if !is_ascii {
            let encoded = PyUnicode_AsUTF8String(text);
            if encoded.is_null() {
                return null();
            }
            if let Err(error) = std::str::from_utf8(bytes_of(encoded)) {
                refuse_surrogate(text, bytes_of(encoded), error.valid_up_to());
                Py_DECREF(encoded);
                return null();
            }
            if kept.is_null() {
                place.write(encoded);
            } else {
                let same = bytes_of(kept) == bytes_of(encoded);
                Py_DECREF(encoded);
                if !same {
                    let message = c"the default encoding of this program is neither ASCII nor UTF-8";
                    PyErr_SetString(PyExc_UnicodeError, message.as_ptr());
                    return null();
                }
            }
        }
        let kept = place.read();
        if !size.is_null() {
            *size = PyBytes_GET_SIZE(kept);
        }
        PyBytes_AS_STRING(kept)
    }
}

/// The bytes of a native string.
unsafe fn bytes_of<'a>(bytes: *mut PyObject) -> &'a [u8] {
    // SAFETY: the caller's `bytes` is a native string that outlives the slice.
    unsafe { std::slice::from_raw_parts(PyBytes_AS_STRING(bytes).cast(), PyBytes_GET_SIZE(bytes) as usize) }
}

/// Raises the `UnicodeEncodeError` of 3.x for the surrogate after `valid` good bytes; 2.7's encoder lets it pass.
unsafe fn refuse_surrogate(text: *mut PyObject, encoded: &[u8], valid: usize) {
    let good = std::str::from_utf8(&encoded[..valid]).unwrap_or_default();
    // Narrow builds keep a character beyond U+FFFF in two units.
    let index = if cfg!(Py_UNICODE_WIDE) { good.chars().count() } else { good.encode_utf16().count() };
    // SAFETY: the arguments are as the format says; the exception is set from what the class makes of them.
    unsafe {
        let exception = PyObject_CallFunction(
            PyExc_UnicodeEncodeError,
            c"sOnns".as_ptr(),
            c"utf-8".as_ptr(),
            text,
            index as Py_ssize_t,
            index as Py_ssize_t + 1,
            c"surrogates not allowed".as_ptr(),
        );
        if !exception.is_null() {
            PyErr_SetObject(PyExc_UnicodeEncodeError, exception);
            Py_DECREF(exception);
        }
    }
}
