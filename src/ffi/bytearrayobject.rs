//! `bytearrayobject.h`: byte strings that change.

use super::*;

/// A `bytearray`.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyByteArrayObject {
    pub ob_base: PyVarObject,
    #[cfg(Py_2)]
    pub ob_exports: c_int,
    pub ob_alloc: Py_ssize_t,
    pub ob_bytes: *mut c_char,
    #[cfg(Py_3)]
    pub ob_start: *mut c_char,
    #[cfg(all(Py_3, not(Py_3_9)))]
    pub ob_exports: c_int,
    #[cfg(Py_3_9)]
    pub ob_exports: Py_ssize_t,
    #[cfg(Py_3_15)]
    pub ob_bytes_object: *mut PyObject,
}

c_api! {
    pub static mut PyByteArray_Type: PyTypeObject;
    pub static mut PyByteArrayIter_Type: PyTypeObject;
    pub fn PyByteArray_FromObject(op: *mut PyObject) -> *mut PyObject;
    pub fn PyByteArray_Concat(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
    pub fn PyByteArray_FromStringAndSize(arg1: *const c_char, arg2: Py_ssize_t) -> *mut PyObject;
    pub fn PyByteArray_Size(op: *mut PyObject) -> Py_ssize_t;
    pub fn PyByteArray_AsString(op: *mut PyObject) -> *mut c_char;
    pub fn PyByteArray_Resize(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
}

#[inline]
pub unsafe fn PyByteArray_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyByteArray_Type) }
}

#[inline]
pub unsafe fn PyByteArray_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyByteArray_Type) }
}

/// The bytes, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyByteArray_AS_STRING(op: *mut PyObject) -> *mut c_char {
    // SAFETY: the caller's `op` is a live `bytearray`; the function checks nothing that could fail.
    unsafe { PyByteArray_AsString(op) }
}

/// The length, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyByteArray_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `bytearray`.
    unsafe { PyByteArray_Size(op) }
}
