//! What an older Python lacks of `pyframe.h` and `code.h`, under its newest name
//! and with its newest meaning.

#[allow(unused_imports)] // for some versions only
use std::ptr::null_mut;

#[allow(unused_imports)] // for some versions only
#[cfg(not(Py_3_13))]
use super::compat_runtime::new_ref;
use super::*;

// pyframe.h

/// The code of a frame, as a new reference. (3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetCode(frame: *mut PyFrameObject) -> *mut PyCodeObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_code) }
}

/// The frame that called this one, as a new reference, or null. (3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetBack(frame: *mut PyFrameObject) -> *mut PyFrameObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_back) }
}

/// The globals of a frame, as a new reference. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetGlobals(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_globals) }
}

/// The builtins of a frame, as a new reference. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetBuiltins(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_builtins) }
}

/// The locals of a frame as a new reference, or null with an exception. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
pub unsafe fn PyFrame_GetLocals(frame: *mut PyFrameObject) -> *mut PyObject {
    #[cfg(Py_3)]
    // SAFETY: the caller's promise.
    if unsafe { PyFrame_FastToLocalsWithError(frame) } < 0 {
        return null_mut();
    }
    #[cfg(Py_2)]
    // SAFETY: the caller's promise. 2.7 swallows what goes wrong.
    unsafe {
        PyFrame_FastToLocals(frame)
    };
    // SAFETY: the caller's promise; the call above has filled `f_locals` in.
    unsafe { new_ref((*frame).f_locals) }
}

/// The generator that a frame belongs to, as a new reference, or null. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetGenerator(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_gen) }
}

/// The offset in bytes of the last instruction, or -1 if none has run. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetLasti(frame: *mut PyFrameObject) -> c_int {
    // SAFETY: the caller's promise.
    let last = unsafe { (*frame).f_lasti };
    // 3.10 counts instructions of two bytes.
    if last < 0 { -1 } else { last * if cfg!(Py_3_10) { 2 } else { 1 } }
}

/// An attribute of a frame for the limited API, which knows no field of a frame: a new reference, `None` as null.
///
/// # Safety
/// `frame` is a live frame, `name` a C string; the thread is attached.
#[cfg(Py_LIMITED_API)]
unsafe fn frame_attribute(frame: *mut PyFrameObject, name: &std::ffi::CStr) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe {
        let value = PyObject_GetAttrString(frame.cast(), name.as_ptr());
        if value == Py_None() {
            Py_DECREF(value);
            return null_mut();
        }
        value
    }
}

/// A number among the attributes of a frame, -1 if it has none.
///
/// # Safety
/// As for `frame_attribute`.
#[cfg(Py_LIMITED_API)]
unsafe fn frame_number(frame: *mut PyFrameObject, name: &std::ffi::CStr) -> c_int {
    // SAFETY: the caller's promise; a line or an offset fits into an `int`.
    unsafe {
        let value = frame_attribute(frame, name);
        if value.is_null() {
            PyErr_Clear(); // the C functions do not fail
            return -1;
        }
        let number = PyLong_AsLong(value) as c_int;
        Py_DECREF(value);
        number
    }
}

/// The line that a frame is at. (limited API: 3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(Py_LIMITED_API, not(Py_3_9)))]
pub unsafe fn PyFrame_GetLineNumber(frame: *mut PyFrameObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { frame_number(frame, c"f_lineno") }
}

/// The code of a frame, as a new reference. (limited API: 3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(Py_LIMITED_API, not(Py_3_9)))]
pub unsafe fn PyFrame_GetCode(frame: *mut PyFrameObject) -> *mut PyCodeObject {
    // SAFETY: the caller's promise.
    unsafe { frame_attribute(frame, c"f_code").cast() }
}

/// The frame that called this one, as a new reference, or null. (in no limited API)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(Py_LIMITED_API)]
pub unsafe fn PyFrame_GetBack(frame: *mut PyFrameObject) -> *mut PyFrameObject {
    // SAFETY: the caller's promise.
    unsafe { frame_attribute(frame, c"f_back").cast() }
}

/// The globals of a frame, as a new reference. (in no limited API)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(Py_LIMITED_API)]
pub unsafe fn PyFrame_GetGlobals(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { frame_attribute(frame, c"f_globals") }
}

/// The builtins of a frame, as a new reference. (in no limited API)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(Py_LIMITED_API)]
pub unsafe fn PyFrame_GetBuiltins(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { frame_attribute(frame, c"f_builtins") }
}

/// The locals of a frame as a new reference, or null with an exception. (in no limited API)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(Py_LIMITED_API)]
pub unsafe fn PyFrame_GetLocals(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { frame_attribute(frame, c"f_locals") }
}

/// The offset in bytes of the last instruction, or -1 if none has run. (in no limited API)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(Py_LIMITED_API)]
pub unsafe fn PyFrame_GetLasti(frame: *mut PyFrameObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { frame_number(frame, c"f_lasti") }
}

// code.h

/// A field of a code object under the name of its accessor.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
macro_rules! code_fields {
    ( $( $name:ident, $field:ident; )* ) => { $(
        /// The field of this name, as a new reference. (3.11)
        ///
        /// # Safety
        /// `code` is a live code object; the thread is attached.
        #[inline]
        pub unsafe fn $name(code: *mut PyCodeObject) -> *mut PyObject {
            // SAFETY: the caller's promise.
            unsafe { new_ref((*code).$field) }
        }
    )* };
}

#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
code_fields! {
    PyCode_GetCode, co_code;
    PyCode_GetVarnames, co_varnames;
    PyCode_GetCellvars, co_cellvars;
    PyCode_GetFreevars, co_freevars;
}
