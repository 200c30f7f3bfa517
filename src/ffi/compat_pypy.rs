//! What PyPy has as macros only, or cannot have.

use super::*;
use std::ptr::null_mut;

/// A new C function of a module.
///
/// # Safety
/// As in CPython.
#[inline]
pub unsafe fn PyCFunction_NewEx(
    method: *mut PyMethodDef,
    this: *mut PyObject,
    module: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { PyCMethod_New(method, this, module, null_mut()) }
}

/// Tells the collector of an object; PyPy's knows by itself.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PyObject_GC_Track(_: *mut c_void) {}

/// Hides an object from the collector, which PyPy's needs not.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PyObject_GC_UnTrack(_: *mut c_void) {}

/// Does nothing: PyPy has cleared them already, and refuses to be asked about an object that ends.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PyObject_ClearWeakRefs(_: *mut PyObject) {}

/// The flags of a type.
///
/// # Safety
/// The type is alive.
#[inline]
pub unsafe fn PyType_GetFlags(type_: *mut PyTypeObject) -> c_ulong {
    // SAFETY: the caller's promise.
    unsafe { (*type_).tp_flags }
}

/// Whether an object has the buffer protocol.
///
/// # Safety
/// The object is alive.
#[inline]
pub unsafe fn PyObject_CheckBuffer(obj: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise; a type's table of slots lives as long as the type.
    unsafe {
        let table = (*Py_TYPE(obj)).tp_as_buffer;
        (!table.is_null() && (*table).bf_getbuffer.is_some()) as c_int
    }
}

/// There is one interpreter.
///
/// # Safety
/// Attached.
#[inline]
pub unsafe fn PyInterpreterState_Get() -> *mut PyInterpreterState {
    // SAFETY: the caller's promise.
    unsafe { PyInterpreterState_Head() }
}

/// The current thread state, or null. PyPy's own function wants to be called by a thread that is attached.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PyThreadState_GetUnchecked() -> *mut PyThreadState {
    // SAFETY: the first may be called by any thread.
    unsafe { if PyGILState_Check() != 0 { _PyThreadState_UncheckedGet() } else { null_mut() } }
}

/// The state of this thread, if it is attached; null otherwise.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PyGILState_GetThisThreadState() -> *mut PyThreadState {
    // SAFETY: none is needed.
    unsafe { PyThreadState_GetUnchecked() }
}

/// Does nothing: PyPy is never started by us.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn Py_InitializeEx(_: c_int) {}

/// Does nothing, likewise.
///
/// # Safety
/// None needed.
#[inline]
pub unsafe fn PySys_SetArgvEx(_: c_int, _: *mut *mut wchar_t, _: c_int) {}
