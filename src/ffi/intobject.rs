//! `intobject.h`: the `int` of 2.7.

use super::*;

/// A 2.7 `int`.
#[repr(C)]
pub struct PyIntObject {
    pub ob_base: PyObject,
    pub ob_ival: c_long,
}

c_api! {
    #[cfg(Py_2)]
    pub static mut PyInt_Type: PyTypeObject;
    #[cfg(Py_2)]
    pub fn PyInt_FromString(arg1: *mut c_char, arg2: *mut *mut c_char, arg3: c_int) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInt_FromUnicode(arg1: *mut Py_UNICODE, arg2: Py_ssize_t, arg3: c_int) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInt_FromLong(arg1: c_long) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInt_FromSize_t(arg1: usize) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInt_FromSsize_t(arg1: Py_ssize_t) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInt_AsLong(op: *mut PyObject) -> c_long;
    #[cfg(Py_2)]
    pub fn PyInt_AsSsize_t(op: *mut PyObject) -> Py_ssize_t;
    #[cfg(Py_2)]
    pub fn PyInt_AsUnsignedLongMask(op: *mut PyObject) -> c_ulong;
    #[cfg(Py_2)]
    pub fn PyInt_AsUnsignedLongLongMask(op: *mut PyObject) -> c_ulonglong;
    #[cfg(Py_2)]
    pub fn PyInt_GetMax() -> c_long;
    #[cfg(Py_2)]
    pub fn PyInt_ClearFreeList() -> c_int;
}

#[inline]
pub unsafe fn PyInt_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_INT_SUBCLASS) }
}

#[inline]
pub unsafe fn PyInt_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyInt_Type) }
}

/// The value, without a check.
#[inline]
pub unsafe fn PyInt_AS_LONG(op: *mut PyObject) -> c_long {
    // SAFETY: the caller's `op` is a live `int`.
    unsafe { (*op.cast::<PyIntObject>()).ob_ival }
}
