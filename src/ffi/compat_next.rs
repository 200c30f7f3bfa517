//! `PyIter_NextItem` of 3.14: for older versions, and for all as inline code.

use super::*;
#[cfg(not(Py_LIMITED_API))]
use std::ptr::null_mut;

/// The next item: `1` with an item, `0` at the end, `-1` with an exception.
#[cfg(Py_LIMITED_API)]
#[inline]
pub unsafe fn PyIter_NextItem(iter: *mut PyObject, item: *mut *mut PyObject) -> c_int {
    // SAFETY: the caller's `iter` is an iterator, `item` a valid place.
    unsafe {
        *item = PyIter_Next(iter);
        if !(*item).is_null() { 1 } else { -c_int::from(!PyErr_Occurred().is_null()) }
    }
}

/// The next item: `1` with an item, `0` at the end, `-1` with an exception. As in 3.14 the iterator's slot is called, without the
/// detour by `PyIter_Next`.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyIter_NextItem(iter: *mut PyObject, item: *mut *mut PyObject) -> c_int {
    // SAFETY: the caller's `iter` is an iterator, `item` a valid place.
    unsafe {
        *item = match (*Py_TYPE(iter)).tp_iternext {
            Some(next) => call(next, iter),
            None => null_mut(),
        };
        if !(*item).is_null() { 1 } else { at_end(iter) }
    }
}

/// Calls the slot as `c_api!` calls a function.
#[cfg(not(Py_LIMITED_API))]
#[inline]
unsafe fn call(next: iternextfunc, iter: *mut PyObject) -> *mut PyObject {
    type Unwinding = unsafe extern "C-unwind" fn(*mut PyObject) -> *mut PyObject;
    // SAFETY: the caller's function, which may be left by `pthread_exit`.
    unsafe {
        let next = std::mem::transmute::<iternextfunc, Unwinding>(next);
        let stop = thread_end::Stop;
        let item = next(iter);
        std::mem::forget(stop);
        item
    }
}

/// What no item means: the end, perhaps by a `StopIteration` that is set, or another exception.
#[cfg(not(Py_LIMITED_API))]
#[cold]
unsafe fn at_end(iter: *mut PyObject) -> c_int {
    // SAFETY: attached, as the caller is; a live object.
    unsafe {
        if PyErr_Occurred().is_null() {
            if (*Py_TYPE(iter)).tp_iternext.is_some() {
                return 0;
            }
            PyErr_SetString(PyExc_TypeError, c"expected an iterator".as_ptr());
        } else if PyErr_ExceptionMatches(PyExc_StopIteration) != 0 {
            PyErr_Clear();
            return 0;
        }
        -1
    }
}
