//! `cpython/context.h`: context variables (3.7 and later).

use super::*;

/// What happened to a context.
#[cfg(Py_3_14)]
pub type PyContextEvent = c_uint;
/// Another context has become current, or none.
#[cfg(Py_3_14)]
pub const Py_CONTEXT_SWITCHED: PyContextEvent = 1;
/// Is told what happens to contexts.
#[cfg(Py_3_14)]
pub type PyContext_WatchCallback =
    Option<unsafe extern "C" fn(event: PyContextEvent, obj: *mut PyObject) -> c_int>;

c_api! {
    pub static mut PyContext_Type: PyTypeObject;
    pub static mut PyContextVar_Type: PyTypeObject;
    pub static mut PyContextToken_Type: PyTypeObject;
    pub fn PyContext_New() -> *mut PyObject;
    pub fn PyContext_Copy(ctx: *mut PyObject) -> *mut PyObject;
    pub fn PyContext_CopyCurrent() -> *mut PyObject;
    pub fn PyContext_Enter(ctx: *mut PyObject) -> c_int;
    pub fn PyContext_Exit(ctx: *mut PyObject) -> c_int;
    pub fn PyContextVar_New(name: *const c_char, default_value: *mut PyObject) -> *mut PyObject;
    pub fn PyContextVar_Get(
        var: *mut PyObject,
        default_value: *mut PyObject,
        value: *mut *mut PyObject,
    ) -> c_int;
    pub fn PyContextVar_Set(var: *mut PyObject, value: *mut PyObject) -> *mut PyObject;
    pub fn PyContextVar_Reset(var: *mut PyObject, token: *mut PyObject) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyContext_AddWatcher(callback: PyContext_WatchCallback) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyContext_ClearWatcher(watcher_id: c_int) -> c_int;
}

/// Whether `op` is a context.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyContext_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyContext_Type) as c_int }
}

/// Whether `op` is a context variable.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyContextVar_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyContextVar_Type) as c_int }
}

/// Whether `op` is the token of a context variable.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyContextToken_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyContextToken_Type) as c_int }
}
