//! `traceback.h` and `cpython/traceback.h`: traceback objects.

use super::*;

/// One entry of a traceback; `tb_next` is the next, nearer to where the exception was raised.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyTracebackObject {
    pub ob_base: PyObject,
    pub tb_next: *mut PyTracebackObject,
    pub tb_frame: *mut PyFrameObject,
    pub tb_lasti: c_int,
    pub tb_lineno: c_int,
}

c_api! {
    pub fn PyTraceBack_Here(frame: *mut PyFrameObject) -> c_int;
    pub fn PyTraceBack_Print(tb: *mut PyObject, file: *mut PyObject) -> c_int;
    pub static mut PyTraceBack_Type: PyTypeObject;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyTraceback_Add(funcname: *const c_char, filename: *const c_char, lineno: c_int);
}

/// Whether `op` is a traceback.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyTraceBack_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyTraceBack_Type) as c_int }
}
