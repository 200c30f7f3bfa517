//! `memoryobject.h` and `cpython/memoryobject.h`: `memoryview`.

use super::*;

/// The buffer that several memory views share.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct _PyManagedBufferObject {
    pub ob_base: PyObject,
    pub flags: c_int,
    pub exports: Py_ssize_t,
    pub master: Py_buffer,
}

/// A memory view.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyMemoryViewObject {
    pub ob_base: PyVarObject,
    pub mbuf: *mut _PyManagedBufferObject,
    pub hash: Py_hash_t,
    pub flags: c_int,
    pub exports: Py_ssize_t,
    pub view: Py_buffer,
    pub weakreflist: *mut PyObject,
    pub ob_array: [Py_ssize_t; 1],
}

/// A memory view.
#[cfg(Py_2)]
#[repr(C)]
pub struct PyMemoryViewObject {
    pub ob_base: PyObject,
    pub base: *mut PyObject,
    pub view: Py_buffer,
}

c_api! {
    pub static mut PyMemoryView_Type: PyTypeObject;
    pub fn PyMemoryView_FromObject(base: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyMemoryView_FromMemory(mem: *mut c_char, size: Py_ssize_t, flags: c_int) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyMemoryView_FromBuffer(info: *mut Py_buffer) -> *mut PyObject;
    #[cfg(Py_3_11)]
    pub fn PyMemoryView_FromBuffer(info: *const Py_buffer) -> *mut PyObject;
    pub fn PyMemoryView_GetContiguous(base: *mut PyObject, buffertype: c_int, order: c_char) -> *mut PyObject;
}

/// Whether `op` is a memory view.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyMemoryView_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyMemoryView_Type) as c_int }
}

/// The view inside a memory view; the caller must not release it.
///
/// # Safety
/// `op` is a live memory view.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyMemoryView_GET_BUFFER(op: *mut PyObject) -> *mut Py_buffer {
    // SAFETY: the caller's promise.
    unsafe { &raw mut (*op.cast::<PyMemoryViewObject>()).view }
}

/// The object that a memory view shows, borrowed, or null.
///
/// # Safety
/// `op` is a live memory view.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyMemoryView_GET_BASE(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { (*op.cast::<PyMemoryViewObject>()).view.obj }
}
