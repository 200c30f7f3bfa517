//! `frameobject.h` and `cpython/frameobject.h`: the layout of frames, public up to 3.10.

use super::*;

/// An entry of a frame's stack of blocks.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyTryBlock {
    pub b_type: c_int,
    pub b_handler: c_int,
    pub b_level: c_int,
}

/// A frame. Its layout is public up to 3.10.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyFrameObject {
    pub ob_base: PyVarObject,
    pub f_back: *mut PyFrameObject,
    pub f_code: *mut PyCodeObject,
    pub f_builtins: *mut PyObject,
    pub f_globals: *mut PyObject,
    pub f_locals: *mut PyObject,
    pub f_valuestack: *mut *mut PyObject,
    #[cfg(not(Py_3_10))]
    pub f_stacktop: *mut *mut PyObject,
    pub f_trace: *mut PyObject,
    #[cfg(Py_3_10)]
    pub f_stackdepth: c_int,
    #[cfg(not(Py_3_7))]
    pub f_exc_type: *mut PyObject,
    #[cfg(not(Py_3_7))]
    pub f_exc_value: *mut PyObject,
    #[cfg(not(Py_3_7))]
    pub f_exc_traceback: *mut PyObject,
    #[cfg(Py_3_7)]
    pub f_trace_lines: c_char,
    #[cfg(Py_3_7)]
    pub f_trace_opcodes: c_char,
    #[cfg(Py_2)]
    pub f_tstate: *mut PyThreadState,
    #[cfg(Py_3)]
    pub f_gen: *mut PyObject,
    pub f_lasti: c_int,
    pub f_lineno: c_int,
    pub f_iblock: c_int,
    #[cfg(all(Py_3, not(Py_3_10)))]
    pub f_executing: c_char,
    #[cfg(Py_3_10)]
    pub f_state: c_schar,
    pub f_blockstack: [PyTryBlock; CO_MAXBLOCKS],
    pub f_localsplus: [*mut PyObject; 1],
}
/// A frame.
#[cfg(any(Py_3_11, Py_LIMITED_API))]
#[repr(C)]
pub struct PyFrameObject {
    _opaque: [u8; 0],
    _pin: Opaque,
}

c_api! {
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyFrame_New(
        tstate: *mut PyThreadState,
        code: *mut PyCodeObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyFrameObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyFrame_LocalsToFast(frame: *mut PyFrameObject, clear: c_int);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyFrame_FastToLocalsWithError(f: *mut PyFrameObject) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyFrame_FastToLocals(frame: *mut PyFrameObject);
}
