//! `floatobject.h`: floating point numbers.

use super::*;

/// A `float`.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyFloatObject {
    pub ob_base: PyObject,
    pub ob_fval: c_double,
}

c_api! {
    pub static mut PyFloat_Type: PyTypeObject;
    pub fn PyFloat_GetMax() -> c_double;
    pub fn PyFloat_GetMin() -> c_double;
    pub fn PyFloat_GetInfo() -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyFloat_FromString(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyFloat_FromString(arg1: *mut PyObject, junk: *mut *mut c_char) -> *mut PyObject;
    pub fn PyFloat_FromDouble(arg1: c_double) -> *mut PyObject;
    pub fn PyFloat_AsDouble(op: *mut PyObject) -> c_double;
    #[cfg(Py_2)]
    pub fn PyFloat_AsReprString(arg1: *mut c_char, v: *mut PyFloatObject);
    #[cfg(Py_2)]
    pub fn PyFloat_AsString(arg1: *mut c_char, v: *mut PyFloatObject);
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyFloat_ClearFreeList() -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Pack2(x: c_double, p: *mut c_char, le: c_int) -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Pack4(x: c_double, p: *mut c_char, le: c_int) -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Pack8(x: c_double, p: *mut c_char, le: c_int) -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Unpack2(p: *const c_char, le: c_int) -> c_double;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Unpack4(p: *const c_char, le: c_int) -> c_double;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFloat_Unpack8(p: *const c_char, le: c_int) -> c_double;
}

#[inline]
pub unsafe fn PyFloat_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyFloat_Type) }
}

#[inline]
pub unsafe fn PyFloat_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyFloat_Type) }
}

/// The value, without a check.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyFloat_AS_DOUBLE(op: *mut PyObject) -> c_double {
    // SAFETY: the caller's `op` is a live `float`.
    unsafe { (*op.cast::<PyFloatObject>()).ob_fval }
}
