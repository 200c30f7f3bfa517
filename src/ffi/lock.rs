//! `cpython/lock.h`: a mutex of one byte (3.13 and later; `cpython/pylock.h` from 3.14).

#[allow(unused_imports)] // from 3.14
use super::*;

/// A mutex. Zero is unlocked.
#[repr(C)]
#[derive(Debug, Default)]
pub struct PyMutex {
    pub _bits: u8,
}

c_api! {
    pub fn PyMutex_Lock(m: *mut PyMutex);
    pub fn PyMutex_Unlock(m: *mut PyMutex);
    #[cfg(Py_3_14)]
    pub fn PyMutex_IsLocked(m: *mut PyMutex) -> c_int;
}
