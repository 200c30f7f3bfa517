//! `cpython/picklebufobject.h`: `pickle.PickleBuffer` (3.8 and later).

use super::*;

c_api! {
    pub static mut PyPickleBuffer_Type: PyTypeObject;
    pub fn PyPickleBuffer_FromObject(obj: *mut PyObject) -> *mut PyObject;
    pub fn PyPickleBuffer_GetBuffer(obj: *mut PyObject) -> *const Py_buffer;
    pub fn PyPickleBuffer_Release(obj: *mut PyObject) -> c_int;
}

/// Whether `op` is a `PickleBuffer`.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyPickleBuffer_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyPickleBuffer_Type) as c_int }
}
