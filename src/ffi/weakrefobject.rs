//! `weakrefobject.h` and `cpython/weakrefobject.h`: weak references and proxies.

use super::*;

/// A weak reference or a proxy.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyWeakReference {
    pub ob_base: PyObject,
    pub wr_object: *mut PyObject,
    pub wr_callback: *mut PyObject,
    pub hash: Py_hash_t,
    pub wr_prev: *mut PyWeakReference,
    pub wr_next: *mut PyWeakReference,
    #[cfg(Py_3_11)]
    pub vectorcall: Option<vectorcallfunc>,
    #[cfg(Py_GIL_DISABLED)]
    pub weakrefs_lock: *mut PyMutex,
}

c_api! {
    pub static mut _PyWeakref_RefType: PyTypeObject;
    pub static mut _PyWeakref_ProxyType: PyTypeObject;
    pub static mut _PyWeakref_CallableProxyType: PyTypeObject;
    pub fn PyWeakref_NewRef(ob: *mut PyObject, callback: *mut PyObject) -> *mut PyObject;
    pub fn PyWeakref_NewProxy(ob: *mut PyObject, callback: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_15))]
    pub fn PyWeakref_GetObject(r: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyWeakref_GetRef(r: *mut PyObject, pobj: *mut *mut PyObject) -> c_int;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyWeakref_IsDead(r: *mut PyObject) -> c_int;
}

/// Whether `op` is a weak reference, or an instance of a subclass.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyWeakref_CheckRef(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { PyObject_TypeCheck(op, &raw mut _PyWeakref_RefType) }
}

/// Whether `op` is a `weakref.ref`.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyWeakref_CheckRefExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut _PyWeakref_RefType) as c_int }
}

/// Whether `op` is a weak proxy.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyWeakref_CheckProxy(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    let typ = unsafe { Py_TYPE(op) };
    (typ == &raw mut _PyWeakref_ProxyType || typ == &raw mut _PyWeakref_CallableProxyType) as c_int
}

/// Whether `op` is a weak reference or a proxy.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyWeakref_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (PyWeakref_CheckRef(op) != 0 || PyWeakref_CheckProxy(op) != 0) as c_int }
}
