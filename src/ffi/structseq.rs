//! `structseq.h`: named tuples made in C.

use super::*;

/// A field. The name null ends the list.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyStructSequence_Field {
    pub name: *const c_char,
    pub doc: *const c_char,
}

/// What a type is made from.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyStructSequence_Desc {
    pub name: *const c_char,
    pub doc: *const c_char,
    pub fields: *mut PyStructSequence_Field,
    pub n_in_sequence: c_int,
}

c_api! {
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub static mut PyStructSequence_UnnamedField: *mut c_char;
    #[cfg(Py_3_11)]
    pub static mut PyStructSequence_UnnamedField: *const c_char;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyStructSequence_InitType(typ: *mut PyTypeObject, desc: *mut PyStructSequence_Desc);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyStructSequence_InitType2(typ: *mut PyTypeObject, desc: *mut PyStructSequence_Desc) -> c_int;
    #[cfg(Py_3)]
    pub fn PyStructSequence_NewType(desc: *mut PyStructSequence_Desc) -> *mut PyTypeObject;
    pub fn PyStructSequence_New(typ: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyStructSequence_SetItem(obj: *mut PyObject, index: Py_ssize_t, value: *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyStructSequence_GetItem(obj: *mut PyObject, index: Py_ssize_t) -> *mut PyObject;
}

/// `PyTuple_SET_ITEM` under the 3.x name of a function.
///
/// # Safety
/// `obj` is a new struct sequence with a field `index`; the reference `value` is given away.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyStructSequence_SetItem(obj: *mut PyObject, index: Py_ssize_t, value: *mut PyObject) {
    // SAFETY: the caller's promise; the items of a struct sequence lie where those of a tuple do.
    unsafe { PyTuple_SET_ITEM(obj, index, value) }
}

/// `PyTuple_GET_ITEM` under the 3.x name of a function.
///
/// # Safety
/// `obj` is a live struct sequence with a field `index`.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyStructSequence_GetItem(obj: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's promise; the items of a struct sequence lie where those of a tuple do.
    unsafe { PyTuple_GET_ITEM(obj, index) }
}
