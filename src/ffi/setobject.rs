//! `setobject.h`: sets and frozen sets.

use super::*;

c_api! {
    pub static mut PySet_Type: PyTypeObject;
    pub static mut PyFrozenSet_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PySetIter_Type: PyTypeObject;
    pub fn PySet_New(op: *mut PyObject) -> *mut PyObject;
    pub fn PyFrozenSet_New(op: *mut PyObject) -> *mut PyObject;
    pub fn PySet_Add(set: *mut PyObject, key: *mut PyObject) -> c_int;
    pub fn PySet_Clear(set: *mut PyObject) -> c_int;
    pub fn PySet_Contains(anyset: *mut PyObject, key: *mut PyObject) -> c_int;
    pub fn PySet_Discard(set: *mut PyObject, key: *mut PyObject) -> c_int;
    pub fn PySet_Pop(set: *mut PyObject) -> *mut PyObject;
    pub fn PySet_Size(anyset: *mut PyObject) -> Py_ssize_t;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PySet_NextEntry(
        set: *mut PyObject,
        pos: *mut Py_ssize_t,
        key: *mut *mut PyObject,
        hash: *mut Py_hash_t,
    ) -> c_int;
    #[cfg(Py_2)]
    pub fn _PySet_NextEntry(
        set: *mut PyObject,
        pos: *mut Py_ssize_t,
        key: *mut *mut PyObject,
        hash: *mut c_long,
    ) -> c_int;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PySet_Update(set: *mut PyObject, iterable: *mut PyObject) -> c_int;
    #[cfg(all(Py_3, not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PySet_ClearFreeList() -> c_int;
}

#[inline]
pub unsafe fn PyFrozenSet_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyFrozenSet_Type) }
}

#[inline]
pub unsafe fn PyFrozenSet_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyFrozenSet_Type) }
}

#[inline]
pub unsafe fn PySet_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PySet_Type) }
}

#[inline]
pub unsafe fn PySet_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PySet_Type) }
}

#[inline]
pub unsafe fn PyAnySet_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { (PySet_CheckExact(op) != 0 || PyFrozenSet_CheckExact(op) != 0) as c_int }
}

#[inline]
pub unsafe fn PyAnySet_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { (PySet_Check(op) != 0 || PyFrozenSet_Check(op) != 0) as c_int }
}
