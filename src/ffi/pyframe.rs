//! `pyframe.h` and `cpython/pyframe.h` (`frameobject.h` before 3.11): what can be asked of a frame.

#[allow(unused_imports)] // not under every limited API
use super::*;

/// The frame of the evaluation loop, which a `PyFrameObject` shows to Python.
#[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct _PyInterpreterFrame {
    _opaque: [u8; 0],
    _pin: Opaque,
}

c_api! {
    #[cfg(any(not(Py_LIMITED_API), Py_3_9))]
    pub fn PyFrame_GetLineNumber(frame: *mut PyFrameObject) -> c_int;
    #[cfg(Py_3_9)]
    pub fn PyFrame_GetCode(frame: *mut PyFrameObject) -> *mut PyCodeObject;
    #[cfg(not(Py_LIMITED_API))]
    pub static mut PyFrame_Type: PyTypeObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub static mut PyFrameLocalsProxy_Type: PyTypeObject;
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetBack(frame: *mut PyFrameObject) -> *mut PyFrameObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetLocals(frame: *mut PyFrameObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetGlobals(frame: *mut PyFrameObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetBuiltins(frame: *mut PyFrameObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetGenerator(frame: *mut PyFrameObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetLasti(frame: *mut PyFrameObject) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetVar(frame: *mut PyFrameObject, name: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyFrame_GetVarString(frame: *mut PyFrameObject, name: *const c_char) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_InterpreterFrame_GetCode(frame: *mut _PyInterpreterFrame) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_InterpreterFrame_GetLasti(frame: *mut _PyInterpreterFrame) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_InterpreterFrame_GetLine(frame: *mut _PyInterpreterFrame) -> c_int;
}

/// Whether `op` is a frame.
///
/// # Safety
/// `op` is a live object.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyFrame_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyFrame_Type) as c_int }
}
