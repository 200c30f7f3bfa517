//! `tupleobject.h`: tuples.

use super::*;

/// A `tuple`; the items follow.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyTupleObject {
    pub ob_base: PyVarObject,
    #[cfg(Py_3_14)]
    pub ob_hash: Py_hash_t,
    pub ob_item: [*mut PyObject; 1],
}

c_api! {
    pub static mut PyTuple_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyTupleIter_Type: PyTypeObject;
    pub fn PyTuple_New(size: Py_ssize_t) -> *mut PyObject;
    pub fn PyTuple_Size(op: *mut PyObject) -> Py_ssize_t;
    pub fn PyTuple_GetItem(arg1: *mut PyObject, arg2: Py_ssize_t) -> *mut PyObject;
    pub fn PyTuple_SetItem(arg1: *mut PyObject, arg2: Py_ssize_t, arg3: *mut PyObject) -> c_int;
    pub fn PyTuple_GetSlice(arg1: *mut PyObject, arg2: Py_ssize_t, arg3: Py_ssize_t) -> *mut PyObject;
    pub fn PyTuple_Pack(arg1: Py_ssize_t, ...) -> *mut PyObject;
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyTuple_ClearFreeList() -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(PyPy, link_name = "_PyPyTuple_Resize")]
    pub fn _PyTuple_Resize(arg1: *mut *mut PyObject, arg2: Py_ssize_t) -> c_int;
}

#[inline]
pub unsafe fn PyTuple_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_TUPLE_SUBCLASS) }
}

#[inline]
pub unsafe fn PyTuple_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyTuple_Type) }
}

/// The length, without a check.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyTuple_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `tuple`.
    unsafe { Py_SIZE(op) }
}

/// The first of the items.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyTuple_ITEMS(op: *mut PyObject) -> *mut *mut PyObject {
    // SAFETY: the caller's `op` is a live `tuple`.
    unsafe { (&raw mut (*op.cast::<PyTupleObject>()).ob_item).cast() }
}

/// The first of the items. The limited API hides the struct; but they come after its fixed part, whose size the class tells.
#[cfg(Py_LIMITED_API)]
#[inline]
pub unsafe fn PyTuple_ITEMS(op: *mut PyObject) -> *mut *mut PyObject {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static FIXED: AtomicUsize = AtomicUsize::new(0);

    #[cold]
    unsafe fn fixed() -> usize {
        // SAFETY: the caller is attached; a type object has that attribute.
        unsafe {
            let class = (&raw mut PyTuple_Type).cast::<PyObject>();
            let size = PyObject_GetAttrString(class, c"__basicsize__".as_ptr());
            assert!(!size.is_null(), "a type has a size");
            let fixed = PyLong_AsSsize_t(size) as usize;
            Py_DECREF(size);
            FIXED.store(fixed, Ordering::Relaxed);
            fixed
        }
    }

    // SAFETY: the caller's `op` is a live `tuple`.
    unsafe {
        let fixed = match FIXED.load(Ordering::Relaxed) {
            0 => fixed(),
            fixed => fixed,
        };
        op.cast::<u8>().add(fixed).cast()
    }
}

/// An item, borrowed, without a check.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyTuple_GET_ITEM(op: *mut PyObject, i: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's `op` is a live `tuple` that has an item `i`.
    unsafe { PyTuple_ITEMS(op).offset(i).read() }
}

/// Fills an empty place of a new tuple; takes the reference.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyTuple_SET_ITEM(op: *mut PyObject, i: Py_ssize_t, value: *mut PyObject) {
    // SAFETY: the caller's `op` is a new `tuple` that has a place `i`.
    unsafe { PyTuple_ITEMS(op).offset(i).write(value) }
}
