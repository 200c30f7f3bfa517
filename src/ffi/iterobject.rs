//! `iterobject.h`: the iterators of sequences and of callables.

use super::*;

c_api! {
    pub static mut PySeqIter_Type: PyTypeObject;
    pub static mut PyCallIter_Type: PyTypeObject;
    pub fn PySeqIter_New(op: *mut PyObject) -> *mut PyObject;
    pub fn PyCallIter_New(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
}

#[inline]
pub unsafe fn PySeqIter_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; the type has no subclasses.
    unsafe { Py_IS_TYPE(op, &raw mut PySeqIter_Type) }
}

#[inline]
pub unsafe fn PyCallIter_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; the type has no subclasses.
    unsafe { Py_IS_TYPE(op, &raw mut PyCallIter_Type) }
}
