//! `pythread.h` and `cpython/pythread.h`: threads, locks, thread-specific storage.

use super::*;

/// A lock.
pub type PyThread_type_lock = *mut c_void;

/// The outcome of waiting for a lock.
#[cfg(Py_3)]
pub type PyLockStatus = c_uint;
#[cfg(Py_3)]
pub const PY_LOCK_FAILURE: PyLockStatus = 0;
#[cfg(Py_3)]
pub const PY_LOCK_ACQUIRED: PyLockStatus = 1;
#[cfg(Py_3)]
pub const PY_LOCK_INTR: PyLockStatus = 2;

pub const WAIT_LOCK: c_int = 1;
pub const NOWAIT_LOCK: c_int = 0;

/// "No such thread."
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub const PYTHREAD_INVALID_THREAD_ID: c_ulong = c_ulong::MAX;

/// A key of thread-specific storage.
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct Py_tss_t {
    pub _is_initialized: c_int,
    #[cfg(not(windows))]
    pub _key: platform::pthread_key_t,
    #[cfg(windows)]
    pub _key: c_ulong,
}
/// A key of thread-specific storage.
#[cfg(all(Py_3_7, Py_LIMITED_API))]
#[repr(C)]
pub struct Py_tss_t {
    _opaque: [u8; 0],
    _pin: Opaque,
}

/// What a key begins as.
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub const Py_tss_NEEDS_INIT: Py_tss_t = Py_tss_t { _is_initialized: 0, _key: 0 };

c_api! {
    pub fn PyThread_init_thread();
    #[cfg(not(Py_3_7))]
    pub fn PyThread_start_new_thread(
        func: Option<unsafe extern "C" fn(*mut c_void)>,
        arg: *mut c_void,
    ) -> c_long;
    #[cfg(Py_3_7)]
    pub fn PyThread_start_new_thread(
        func: Option<unsafe extern "C" fn(*mut c_void)>,
        arg: *mut c_void,
    ) -> c_ulong;
    pub fn PyThread_exit_thread() -> !;
    #[cfg(not(Py_3_7))]
    pub fn PyThread_get_thread_ident() -> c_long;
    #[cfg(Py_3_7)]
    pub fn PyThread_get_thread_ident() -> c_ulong;
    #[cfg(Py_3_8)]
    pub fn PyThread_get_thread_native_id() -> c_ulong;
    pub fn PyThread_allocate_lock() -> PyThread_type_lock;
    pub fn PyThread_free_lock(lock: PyThread_type_lock);
    pub fn PyThread_acquire_lock(lock: PyThread_type_lock, waitflag: c_int) -> c_int;
    #[cfg(Py_3)]
    pub fn PyThread_acquire_lock_timed(
        lock: PyThread_type_lock,
        microseconds: c_longlong,
        intr_flag: c_int,
    ) -> PyLockStatus;
    pub fn PyThread_release_lock(lock: PyThread_type_lock);
    pub fn PyThread_get_stacksize() -> usize;
    pub fn PyThread_set_stacksize(size: usize) -> c_int;
    #[cfg(Py_3)]
    pub fn PyThread_GetInfo() -> *mut PyObject;
    pub fn PyThread_create_key() -> c_int;
    pub fn PyThread_delete_key(key: c_int);
    pub fn PyThread_set_key_value(key: c_int, value: *mut c_void) -> c_int;
    pub fn PyThread_get_key_value(key: c_int) -> *mut c_void;
    pub fn PyThread_delete_key_value(key: c_int);
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_alloc() -> *mut Py_tss_t;
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_free(key: *mut Py_tss_t);
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_is_created(key: *mut Py_tss_t) -> c_int;
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_create(key: *mut Py_tss_t) -> c_int;
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_delete(key: *mut Py_tss_t);
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_set(key: *mut Py_tss_t, value: *mut c_void) -> c_int;
    #[cfg(Py_3_7)]
    pub fn PyThread_tss_get(key: *mut Py_tss_t) -> *mut c_void;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub static mut PY_TIMEOUT_MAX: c_longlong;
}
