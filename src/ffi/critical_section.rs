//! `critical_section.h` (before 3.15 `cpython/critical_section.h`): per-object locks of free-threaded builds (3.13 and later).
//!
//! With the GIL the C macros do nothing, and these functions return at once.

use super::*;

/// A mutex, which the limited API only points to.
#[cfg(Py_LIMITED_API)]
#[repr(C)]
pub struct PyMutex {
    _opaque: [u8; 0],
}

/// A critical section of one object. It must not move between begin and end.
#[repr(C)]
pub struct PyCriticalSection {
    pub _cs_prev: usize,
    pub _cs_mutex: *mut PyMutex,
}

/// A critical section of two objects. It must not move between begin and end.
#[repr(C)]
pub struct PyCriticalSection2 {
    pub _cs_base: PyCriticalSection,
    pub _cs_mutex2: *mut PyMutex,
}

c_api! {
    pub fn PyCriticalSection_Begin(c: *mut PyCriticalSection, op: *mut PyObject);
    pub fn PyCriticalSection_End(c: *mut PyCriticalSection);
    pub fn PyCriticalSection2_Begin(c: *mut PyCriticalSection2, a: *mut PyObject, b: *mut PyObject);
    pub fn PyCriticalSection2_End(c: *mut PyCriticalSection2);
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyCriticalSection_BeginMutex(c: *mut PyCriticalSection, m: *mut PyMutex);
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyCriticalSection2_BeginMutex(c: *mut PyCriticalSection2, m1: *mut PyMutex, m2: *mut PyMutex);
}
