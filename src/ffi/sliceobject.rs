//! `sliceobject.h`: slices and `Ellipsis`.

use super::*;

/// A `slice`.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PySliceObject {
    pub ob_base: PyObject,
    pub start: *mut PyObject,
    pub stop: *mut PyObject,
    pub step: *mut PyObject,
}

c_api! {
    #[cfg_attr(PyPy, link_name = "_PyPy_EllipsisObject")]
    pub static mut _Py_EllipsisObject: PyObject;
    pub static mut PySlice_Type: PyTypeObject;
    pub static mut PyEllipsis_Type: PyTypeObject;
    pub fn PySlice_New(start: *mut PyObject, stop: *mut PyObject, step: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PySlice_GetIndices(
        r: *mut PyObject,
        length: Py_ssize_t,
        start: *mut Py_ssize_t,
        stop: *mut Py_ssize_t,
        step: *mut Py_ssize_t,
    ) -> c_int;
    #[cfg(Py_2)]
    pub fn PySlice_GetIndices(
        r: *mut PySliceObject,
        length: Py_ssize_t,
        start: *mut Py_ssize_t,
        stop: *mut Py_ssize_t,
        step: *mut Py_ssize_t,
    ) -> c_int;
    #[cfg(Py_3)]
    pub fn PySlice_GetIndicesEx(
        r: *mut PyObject,
        length: Py_ssize_t,
        start: *mut Py_ssize_t,
        stop: *mut Py_ssize_t,
        step: *mut Py_ssize_t,
        slicelength: *mut Py_ssize_t,
    ) -> c_int;
    #[cfg(all(Py_3_6, any(not(Py_LIMITED_API), Py_3_7)))]
    pub fn PySlice_Unpack(
        slice: *mut PyObject,
        start: *mut Py_ssize_t,
        stop: *mut Py_ssize_t,
        step: *mut Py_ssize_t,
    ) -> c_int;
    #[cfg(all(Py_3_6, any(not(Py_LIMITED_API), Py_3_7)))]
    pub fn PySlice_AdjustIndices(
        length: Py_ssize_t,
        start: *mut Py_ssize_t,
        stop: *mut Py_ssize_t,
        step: Py_ssize_t,
    ) -> Py_ssize_t;
}

/// `Ellipsis`, borrowed.
#[inline]
pub unsafe fn Py_Ellipsis() -> *mut PyObject {
    // SAFETY: a constant of the interpreter.
    #[cfg(all(Py_LIMITED_API, Py_3_13))]
    return unsafe { Py_GetConstantBorrowed(Py_CONSTANT_ELLIPSIS) };
    #[cfg(not(all(Py_LIMITED_API, Py_3_13)))]
    return &raw mut _Py_EllipsisObject;
}

#[inline]
pub unsafe fn PySlice_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; the type has no subclasses.
    unsafe { Py_IS_TYPE(op, &raw mut PySlice_Type) }
}
