//! `genobject.h`: generators, coroutines and asynchronous generators.

use super::*;

/// The exception that a generator is handling.
#[cfg(all(Py_3_7, not(Py_3_11)))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct _PyErr_StackItem {
    pub exc_type: *mut PyObject,
    pub exc_value: *mut PyObject,
    pub exc_traceback: *mut PyObject,
    pub previous_item: *mut _PyErr_StackItem,
}

/// A generator. Its layout is public up to 3.10.
#[cfg(not(Py_3_11))]
#[repr(C)]
pub struct PyGenObject {
    pub ob_base: PyObject,
    pub gi_frame: *mut PyFrameObject,
    #[cfg(Py_2)]
    pub gi_running: c_int,
    #[cfg(all(Py_3, not(Py_3_10)))]
    pub gi_running: c_char,
    pub gi_code: *mut PyObject,
    pub gi_weakreflist: *mut PyObject,
    #[cfg(Py_3)]
    pub gi_name: *mut PyObject,
    #[cfg(Py_3)]
    pub gi_qualname: *mut PyObject,
    #[cfg(Py_3_7)]
    pub gi_exc_state: _PyErr_StackItem,
}
/// A generator.
#[cfg(Py_3_11)]
#[repr(C)]
pub struct PyGenObject {
    _opaque: [u8; 0],
    _pin: Opaque,
}

c_api! {
    pub static mut PyGen_Type: PyTypeObject;
    pub fn PyGen_New(frame: *mut PyFrameObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyGen_NewWithQualName(
        frame: *mut PyFrameObject,
        name: *mut PyObject,
        qualname: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyGen_GetCode(gen_: *mut PyGenObject) -> *mut PyCodeObject;
    #[cfg(Py_3)]
    pub static mut PyCoro_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub fn PyCoro_New(
        frame: *mut PyFrameObject,
        name: *mut PyObject,
        qualname: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3_6)]
    pub static mut PyAsyncGen_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut _PyAsyncGenASend_Type: PyTypeObject;
    #[cfg(Py_3_6)]
    pub fn PyAsyncGen_New(
        frame: *mut PyFrameObject,
        name: *mut PyObject,
        qualname: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_10)))]
    pub fn _PyGen_Send(gen_: *mut PyGenObject, obj: *mut PyObject) -> *mut PyObject;
}

/// Whether `op` is a generator, or an instance of a subclass.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyGen_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { PyObject_TypeCheck(op, &raw mut PyGen_Type) }
}

/// Whether `op` is a generator.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyGen_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyGen_Type) as c_int }
}

/// Whether `op` is a coroutine.
///
/// # Safety
/// `op` is a live object.
#[cfg(Py_3)]
#[inline]
pub unsafe fn PyCoro_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyCoro_Type) as c_int }
}

/// Whether `op` is an asynchronous generator.
///
/// # Safety
/// `op` is a live object.
#[cfg(Py_3_6)]
#[inline]
pub unsafe fn PyAsyncGen_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyAsyncGen_Type) as c_int }
}
