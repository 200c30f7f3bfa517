//! `listobject.h`: lists.

use super::*;

/// A `list`.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyListObject {
    pub ob_base: PyVarObject,
    pub ob_item: *mut *mut PyObject,
    pub allocated: Py_ssize_t,
}

c_api! {
    pub static mut PyList_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyListIter_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyListRevIter_Type: PyTypeObject;
    pub fn PyList_New(size: Py_ssize_t) -> *mut PyObject;
    pub fn PyList_Size(op: *mut PyObject) -> Py_ssize_t;
    pub fn PyList_GetItem(arg1: *mut PyObject, arg2: Py_ssize_t) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyList_GetItemRef(arg1: *mut PyObject, arg2: Py_ssize_t) -> *mut PyObject;
    pub fn PyList_SetItem(arg1: *mut PyObject, arg2: Py_ssize_t, arg3: *mut PyObject) -> c_int;
    pub fn PyList_Insert(arg1: *mut PyObject, arg2: Py_ssize_t, arg3: *mut PyObject) -> c_int;
    pub fn PyList_Append(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    pub fn PyList_GetSlice(arg1: *mut PyObject, arg2: Py_ssize_t, arg3: Py_ssize_t) -> *mut PyObject;
    pub fn PyList_SetSlice(
        arg1: *mut PyObject,
        arg2: Py_ssize_t,
        arg3: Py_ssize_t,
        arg4: *mut PyObject,
    ) -> c_int;
    pub fn PyList_Sort(op: *mut PyObject) -> c_int;
    pub fn PyList_Reverse(op: *mut PyObject) -> c_int;
    pub fn PyList_AsTuple(op: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyList_ClearFreeList() -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyList_Extend(self_: *mut PyObject, iterable: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyList_Clear(self_: *mut PyObject) -> c_int;
}

#[inline]
pub unsafe fn PyList_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_LIST_SUBCLASS) }
}

#[inline]
pub unsafe fn PyList_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyList_Type) }
}

/// The length, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyList_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `list`; other threads may change the length of it.
    #[cfg(Py_GIL_DISABLED)]
    return unsafe { PyList_Size(op) };
    // SAFETY: the caller's `op` is a live `list`.
    #[cfg(not(Py_GIL_DISABLED))]
    return unsafe { Py_SIZE(op) };
}

/// An item, borrowed, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyList_GET_ITEM(op: *mut PyObject, i: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's `op` is a live `list` that has an item `i`.
    unsafe { (*op.cast::<PyListObject>()).ob_item.offset(i).read() }
}

/// Fills an empty place of a new list; takes the reference.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyList_SET_ITEM(op: *mut PyObject, i: Py_ssize_t, value: *mut PyObject) {
    // SAFETY: the caller's `op` is a new `list` that has a place `i`.
    unsafe { (*op.cast::<PyListObject>()).ob_item.offset(i).write(value) }
}
