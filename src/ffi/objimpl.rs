//! `objimpl.h` and `cpython/objimpl.h`: the memory of objects, and the cyclic garbage collector.

use super::*;

/// Where the object allocator gets its arenas from.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyObjectArenaAllocator {
    pub ctx: *mut c_void,
    pub alloc: Option<unsafe extern "C" fn(ctx: *mut c_void, size: usize) -> *mut c_void>,
    pub free: Option<unsafe extern "C" fn(ctx: *mut c_void, ptr: *mut c_void, size: usize)>,
}

/// Visits an object that the collector knows; 0 ends the walk.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type gcvisitobjects_t = Option<unsafe extern "C" fn(*mut PyObject, *mut c_void) -> c_int>;

c_api! {
    pub fn PyObject_Malloc(size: usize) -> *mut c_void;
    #[cfg(Py_3)]
    pub fn PyObject_Calloc(nelem: usize, elsize: usize) -> *mut c_void;
    pub fn PyObject_Realloc(ptr: *mut c_void, new_size: usize) -> *mut c_void;
    pub fn PyObject_Free(ptr: *mut c_void);
    pub fn PyObject_Init(obj: *mut PyObject, typ: *mut PyTypeObject) -> *mut PyObject;
    pub fn PyObject_InitVar(
        obj: *mut PyVarObject,
        typ: *mut PyTypeObject,
        size: Py_ssize_t,
    ) -> *mut PyVarObject;
    #[cfg_attr(PyPy, link_name = "_PyPyObject_New")]
    pub fn _PyObject_New(typ: *mut PyTypeObject) -> *mut PyObject;
    #[cfg_attr(PyPy, link_name = "_PyPyObject_NewVar")]
    pub fn _PyObject_NewVar(typ: *mut PyTypeObject, nitems: Py_ssize_t) -> *mut PyVarObject;
    pub fn PyGC_Collect() -> Py_ssize_t;
    #[cfg(Py_3_10)]
    pub fn PyGC_Enable() -> c_int;
    #[cfg(Py_3_10)]
    pub fn PyGC_Disable() -> c_int;
    #[cfg(Py_3_10)]
    pub fn PyGC_IsEnabled() -> c_int;
    pub fn _PyObject_GC_Resize(obj: *mut PyVarObject, nitems: Py_ssize_t) -> *mut PyVarObject;
    #[cfg_attr(PyPy, link_name = "_PyPyObject_GC_New")]
    pub fn _PyObject_GC_New(typ: *mut PyTypeObject) -> *mut PyObject;
    #[cfg_attr(PyPy, link_name = "_PyPyObject_GC_NewVar")]
    pub fn _PyObject_GC_NewVar(typ: *mut PyTypeObject, nitems: Py_ssize_t) -> *mut PyVarObject;
    #[cfg(not(PyPy))]
    pub fn PyObject_GC_Track(obj: *mut c_void);
    #[cfg(not(PyPy))]
    pub fn PyObject_GC_UnTrack(obj: *mut c_void);
    pub fn PyObject_GC_Del(obj: *mut c_void);
    #[cfg(Py_3_9)]
    pub fn PyObject_GC_IsTracked(obj: *mut PyObject) -> c_int;
    #[cfg(Py_3_9)]
    pub fn PyObject_GC_IsFinalized(obj: *mut PyObject) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyObject_GetArenaAllocator(allocator: *mut PyObjectArenaAllocator);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyObject_SetArenaAllocator(allocator: *mut PyObjectArenaAllocator);
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn PyObject_IS_GC(obj: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Object_GC_NewWithExtraData(typ: *mut PyTypeObject, extra_size: usize) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_GC_VisitObjects(callback: gcvisitobjects_t, arg: *mut c_void);
}

/// `_PyObject_New` with the pointer cast.
///
/// # Safety
/// As for `_PyObject_New`; instances of `typ` begin as `T` does.
#[inline]
pub unsafe fn PyObject_New<T>(typ: *mut PyTypeObject) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { _PyObject_New(typ).cast() }
}

/// `_PyObject_NewVar` with the pointer cast.
///
/// # Safety
/// As for `_PyObject_NewVar`; instances of `typ` begin as `T` does.
#[inline]
pub unsafe fn PyObject_NewVar<T>(typ: *mut PyTypeObject, nitems: Py_ssize_t) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { _PyObject_NewVar(typ, nitems).cast() }
}

/// `_PyObject_GC_New` with the pointer cast.
///
/// # Safety
/// As for `_PyObject_GC_New`; instances of `typ` begin as `T` does.
#[inline]
pub unsafe fn PyObject_GC_New<T>(typ: *mut PyTypeObject) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { _PyObject_GC_New(typ).cast() }
}

/// `_PyObject_GC_NewVar` with the pointer cast.
///
/// # Safety
/// As for `_PyObject_GC_NewVar`; instances of `typ` begin as `T` does.
#[inline]
pub unsafe fn PyObject_GC_NewVar<T>(typ: *mut PyTypeObject, nitems: Py_ssize_t) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { _PyObject_GC_NewVar(typ, nitems).cast() }
}

/// Whether the collector follows objects of this type.
///
/// # Safety
/// `typ` is a live type object.
#[inline]
pub unsafe fn PyType_IS_GC(typ: *mut PyTypeObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { PyType_HasFeature(typ, Py_TPFLAGS_HAVE_GC) }
}

/// Whether the collector follows this object; a macro before 3.9.
///
/// # Safety
/// `obj` is a live object.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyObject_IS_GC(obj: *mut PyObject) -> c_int {
    // SAFETY: the object is live, so is its type, and `tp_is_gc` takes any object of that type.
    unsafe {
        let typ = Py_TYPE(obj);
        if PyType_IS_GC(typ) == 0 {
            return 0;
        }
        match (*typ).tp_is_gc {
            Some(is_gc) => is_gc(obj),
            None => 1,
        }
    }
}

/// `Py_VISIT` as a function: visits `op` unless it is null. A result other than 0 is what `tp_traverse` must return.
///
/// # Safety
/// `op` is null or a live object; `visit` and `arg` are what `tp_traverse` was given.
#[inline]
pub unsafe fn Py_VISIT(op: *mut PyObject, visit: visitproc, arg: *mut c_void) -> c_int {
    if op.is_null() {
        return 0;
    }
    // SAFETY: the caller's promise.
    unsafe { visit(op, arg) }
}
