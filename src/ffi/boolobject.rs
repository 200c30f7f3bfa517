//! `boolobject.h`: `True` and `False`.

use super::*;

c_api! {
    pub static mut PyBool_Type: PyTypeObject;
    #[cfg(Py_2)]
    #[link_name = "_Py_ZeroStruct"]
    #[cfg_attr(PyPy, link_name = "_PyPy_FalseStruct")]
    pub static mut _Py_FalseStruct: PyIntObject;
    #[cfg(Py_2)]
    #[cfg_attr(PyPy, link_name = "_PyPy_TrueStruct")]
    pub static mut _Py_TrueStruct: PyIntObject;
    #[cfg(Py_3)]
    #[cfg_attr(PyPy, link_name = "_PyPy_FalseStruct")]
    pub static mut _Py_FalseStruct: PyLongObject;
    #[cfg(Py_3)]
    #[cfg_attr(PyPy, link_name = "_PyPy_TrueStruct")]
    pub static mut _Py_TrueStruct: PyLongObject;
    pub fn PyBool_FromLong(value: c_long) -> *mut PyObject;
}

#[inline]
pub unsafe fn PyBool_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; the type has no subclasses.
    unsafe { Py_IS_TYPE(op, &raw mut PyBool_Type) }
}

/// `False`, borrowed.
#[inline]
pub unsafe fn Py_False() -> *mut PyObject {
    // SAFETY: a constant of the interpreter.
    #[cfg(all(Py_LIMITED_API, Py_3_13))]
    return unsafe { Py_GetConstantBorrowed(Py_CONSTANT_FALSE) };
    #[cfg(not(all(Py_LIMITED_API, Py_3_13)))]
    return (&raw mut _Py_FalseStruct).cast();
}

/// `True`, borrowed.
#[inline]
pub unsafe fn Py_True() -> *mut PyObject {
    // SAFETY: a constant of the interpreter.
    #[cfg(all(Py_LIMITED_API, Py_3_13))]
    return unsafe { Py_GetConstantBorrowed(Py_CONSTANT_TRUE) };
    #[cfg(not(all(Py_LIMITED_API, Py_3_13)))]
    return (&raw mut _Py_TrueStruct).cast();
}

#[inline]
pub unsafe fn Py_IsFalse(x: *mut PyObject) -> c_int {
    // SAFETY: needs nothing.
    unsafe { (x == Py_False()) as c_int }
}

#[inline]
pub unsafe fn Py_IsTrue(x: *mut PyObject) -> c_int {
    // SAFETY: needs nothing.
    unsafe { (x == Py_True()) as c_int }
}
