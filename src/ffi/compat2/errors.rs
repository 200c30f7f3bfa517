//! `pyerrors.h`: what 3.x keeps in the exception is an attribute here.

use super::*;
use std::ffi::CStr;
use std::ptr::null_mut;

/// An attribute of an exception, a new reference; null if it is not there or `None`.
unsafe fn get(exception: *mut PyObject, name: &CStr) -> *mut PyObject {
    // SAFETY: the caller's `exception` is a live object.
    unsafe {
        let value = PyObject_GetAttrString(exception, name.as_ptr());
        if value.is_null() {
            PyErr_Clear();
        } else if Py_IsNone(value) != 0 {
            Py_DECREF(value);
            return null_mut();
        }
        value
    }
}

/// Sets an attribute of an exception, to `None` for null; leaves the reference to the caller.
unsafe fn set(exception: *mut PyObject, name: &CStr, value: *mut PyObject) -> c_int {
    // SAFETY: the caller's `exception` is a live object, `value` null or another.
    unsafe {
        PyObject_SetAttrString(exception, name.as_ptr(), if value.is_null() { Py_None() } else { value })
    }
}

/// The traceback that [`PyException_SetTraceback`] kept, a new reference or null.
pub unsafe fn PyException_GetTraceback(exception: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `exception` is a live exception.
    unsafe { get(exception, c"__traceback__") }
}

/// Keeps a traceback.
pub unsafe fn PyException_SetTraceback(exception: *mut PyObject, traceback: *mut PyObject) -> c_int {
    // SAFETY: the caller's objects are live.
    unsafe { set(exception, c"__traceback__", traceback) }
}

/// The cause, a new reference or null.
pub unsafe fn PyException_GetCause(exception: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `exception` is a live exception.
    unsafe { get(exception, c"__cause__") }
}

/// Sets the cause; takes the reference.
pub unsafe fn PyException_SetCause(exception: *mut PyObject, cause: *mut PyObject) {
    // SAFETY: the caller's objects are live; the reference is the caller's to give.
    unsafe {
        if set(exception, c"__cause__", cause) != 0 {
            PyErr_Clear();
        }
        Py_XDECREF(cause);
    }
}

/// The context, a new reference or null.
pub unsafe fn PyException_GetContext(exception: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `exception` is a live exception.
    unsafe { get(exception, c"__context__") }
}

/// Sets the context; takes the reference.
pub unsafe fn PyException_SetContext(exception: *mut PyObject, context: *mut PyObject) {
    // SAFETY: the caller's objects are live; the reference is the caller's to give.
    unsafe {
        if set(exception, c"__context__", context) != 0 {
            PyErr_Clear();
        }
        Py_XDECREF(context);
    }
}

/// The exception that is being handled: class, value and traceback, new references or null.
pub unsafe fn PyErr_GetExcInfo(
    class: *mut *mut PyObject,
    value: *mut *mut PyObject,
    traceback: *mut *mut PyObject,
) {
    // SAFETY: the caller is attached, hence the thread has a state; the places are valid.
    unsafe {
        let state = PyThreadState_Get();
        *class = Py_XNewRef((*state).exc_type);
        *value = Py_XNewRef((*state).exc_value);
        *traceback = Py_XNewRef((*state).exc_traceback);
    }
}

/// Sets the exception that is being handled; takes the references.
pub unsafe fn PyErr_SetExcInfo(class: *mut PyObject, value: *mut PyObject, traceback: *mut PyObject) {
    // SAFETY: the caller is attached, hence the thread has a state; the old references are its own.
    unsafe {
        let state = PyThreadState_Get();
        let old = (
            std::mem::replace(&mut (*state).exc_type, class),
            std::mem::replace(&mut (*state).exc_value, value),
            std::mem::replace(&mut (*state).exc_traceback, traceback),
        );
        Py_XDECREF(old.0);
        Py_XDECREF(old.1);
        Py_XDECREF(old.2);
    }
}

/// Raises an `ImportError`; 2.7 keeps neither name nor path.
pub unsafe fn PyErr_SetImportError(
    message: *mut PyObject,
    _name: *mut PyObject,
    _path: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `message` is a live object.
    unsafe { PyErr_SetObject(PyExc_ImportError, message) };
    null_mut()
}

/// Raises an exception from `errno`; 2.7 keeps one file name.
pub unsafe fn PyErr_SetFromErrnoWithFilenameObjects(
    class: *mut PyObject,
    filename: *mut PyObject,
    _filename2: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `class` is an exception class, `filename` null or a live object.
    unsafe { PyErr_SetFromErrnoWithFilenameObject(class, filename) }
}
