//! `dictobject.h`: dictionaries, their views and iterators.

use super::*;

/// A `dict`, as far as is of use: its tables are the interpreter's business.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[repr(C)]
pub struct PyDictObject {
    ob_base: PyObject,
    #[cfg(Py_2)]
    ma_fill: Py_ssize_t,
    ma_used: Py_ssize_t,
}

#[cfg(PyPy)]
#[repr(C)]
pub struct PyDictObject {
    _opaque: [u8; 0],
}

/// The number of items, without a call where that can be had.
#[inline]
pub unsafe fn PyDict_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    #[cfg(not(any(Py_LIMITED_API, Py_GIL_DISABLED, PyPy)))]
    // SAFETY: the caller's `op` is a live dict.
    return unsafe { (*op.cast::<PyDictObject>()).ma_used };
    #[cfg(all(Py_GIL_DISABLED, not(Py_LIMITED_API)))]
    // SAFETY: the caller's `op` is a live dict, whose size other threads change in one piece.
    return unsafe {
        std::sync::atomic::AtomicIsize::from_ptr(&raw mut (*op.cast::<PyDictObject>()).ma_used)
    }
    .load(std::sync::atomic::Ordering::Relaxed);
    #[cfg(any(Py_LIMITED_API, PyPy))]
    // SAFETY: the caller's `op` is a live dict.
    return unsafe { PyDict_Size(op) };
}

/// `PyDict_WatchEvent`.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type PyDict_WatchEvent = c_int;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type PyDict_WatchCallback =
    unsafe extern "C" fn(PyDict_WatchEvent, *mut PyObject, *mut PyObject, *mut PyObject) -> c_int;

c_api! {
    pub static mut PyDict_Type: PyTypeObject;
    pub fn PyDict_New() -> *mut PyObject;
    pub fn PyDict_GetItem(mp: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyDict_GetItemWithError(mp: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    pub fn PyDict_SetItem(mp: *mut PyObject, key: *mut PyObject, item: *mut PyObject) -> c_int;
    pub fn PyDict_DelItem(mp: *mut PyObject, key: *mut PyObject) -> c_int;
    pub fn PyDict_Clear(mp: *mut PyObject);
    pub fn PyDict_Next(
        mp: *mut PyObject,
        pos: *mut Py_ssize_t,
        key: *mut *mut PyObject,
        value: *mut *mut PyObject,
    ) -> c_int;
    pub fn PyDict_Keys(mp: *mut PyObject) -> *mut PyObject;
    pub fn PyDict_Values(mp: *mut PyObject) -> *mut PyObject;
    pub fn PyDict_Items(mp: *mut PyObject) -> *mut PyObject;
    pub fn PyDict_Size(mp: *mut PyObject) -> Py_ssize_t;
    pub fn PyDict_Copy(mp: *mut PyObject) -> *mut PyObject;
    pub fn PyDict_Contains(mp: *mut PyObject, key: *mut PyObject) -> c_int;
    pub fn PyDict_Update(mp: *mut PyObject, other: *mut PyObject) -> c_int;
    pub fn PyDict_Merge(mp: *mut PyObject, other: *mut PyObject, override_: c_int) -> c_int;
    pub fn PyDict_MergeFromSeq2(d: *mut PyObject, seq2: *mut PyObject, override_: c_int) -> c_int;
    pub fn PyDict_GetItemString(dp: *mut PyObject, key: *const c_char) -> *mut PyObject;
    pub fn PyDict_SetItemString(dp: *mut PyObject, key: *const c_char, item: *mut PyObject) -> c_int;
    pub fn PyDict_DelItemString(dp: *mut PyObject, key: *const c_char) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyDict_GetItemRef(mp: *mut PyObject, key: *mut PyObject, result: *mut *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyDict_GetItemStringRef(
        mp: *mut PyObject,
        key: *const c_char,
        result: *mut *mut PyObject,
    ) -> c_int;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_10)))]
    pub fn PyObject_GenericGetDict(arg1: *mut PyObject, arg2: *mut c_void) -> *mut PyObject;
    pub static mut PyDictKeys_Type: PyTypeObject;
    pub static mut PyDictValues_Type: PyTypeObject;
    pub static mut PyDictItems_Type: PyTypeObject;
    pub static mut PyDictIterKey_Type: PyTypeObject;
    pub static mut PyDictIterValue_Type: PyTypeObject;
    pub static mut PyDictIterItem_Type: PyTypeObject;
    #[cfg(Py_3_8)]
    pub static mut PyDictRevIterKey_Type: PyTypeObject;
    #[cfg(Py_3_8)]
    pub static mut PyDictRevIterItem_Type: PyTypeObject;
    #[cfg(Py_3_8)]
    pub static mut PyDictRevIterValue_Type: PyTypeObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn _PyDict_GetItem_KnownHash(mp: *mut PyObject, key: *mut PyObject, hash: Py_hash_t) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyDict_SetDefault(
        mp: *mut PyObject,
        key: *mut PyObject,
        defaultobj: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyDict_SetItem_KnownHash(
        mp: *mut PyObject,
        key: *mut PyObject,
        item: *mut PyObject,
        hash: Py_hash_t,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyDict_Next(
        mp: *mut PyObject,
        pos: *mut Py_ssize_t,
        key: *mut *mut PyObject,
        value: *mut *mut PyObject,
        hash: *mut Py_hash_t,
    ) -> c_int;
    #[cfg(Py_2)]
    pub fn _PyDict_Next(
        mp: *mut PyObject,
        pos: *mut Py_ssize_t,
        key: *mut *mut PyObject,
        value: *mut *mut PyObject,
        hash: *mut c_long,
    ) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyDict_SetDefaultRef(
        mp: *mut PyObject,
        key: *mut PyObject,
        default_value: *mut PyObject,
        result: *mut *mut PyObject,
    ) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyDict_ContainsString(mp: *mut PyObject, key: *const c_char) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _PyDict_NewPresized(minused: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyDict_Pop(dict: *mut PyObject, key: *mut PyObject, result: *mut *mut PyObject) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyDict_PopString(dict: *mut PyObject, key: *const c_char, result: *mut *mut PyObject) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn _PyDict_Pop(
        dict: *mut PyObject,
        key: *mut PyObject,
        default_value: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyDict_ClearFreeList() -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyDict_AddWatcher(callback: Option<PyDict_WatchCallback>) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyDict_ClearWatcher(watcher_id: c_int) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyDict_Watch(watcher_id: c_int, dict: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyDict_Unwatch(watcher_id: c_int, dict: *mut PyObject) -> c_int;
}

#[inline]
pub unsafe fn PyDict_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_DICT_SUBCLASS) }
}

#[inline]
pub unsafe fn PyDict_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyDict_Type) }
}

#[inline]
pub unsafe fn PyDictKeys_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyDictKeys_Type) }
}

#[inline]
pub unsafe fn PyDictItems_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyDictItems_Type) }
}

#[inline]
pub unsafe fn PyDictValues_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyDictValues_Type) }
}

/// Whether `op` is a view of the keys or the items, which are set-like.
#[inline]
pub unsafe fn PyDictViewSet_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { (PyDictKeys_Check(op) != 0 || PyDictItems_Check(op) != 0) as c_int }
}
