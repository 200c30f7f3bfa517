//! The one file that touches reference counts.
//!
//! `Bound` and `Py` own exactly one reference each; they are made and dropped through the functions below and
//! nowhere else. A reference that has to be given back by a thread that is not attached goes to [`super::pending`].

use super::pending;
use crate::ffi;
use std::ptr::NonNull;

/// Takes a further reference.
///
/// # Safety
/// The object is alive and the thread is attached.
#[inline]
pub(super) unsafe fn retain(object: NonNull<ffi::PyObject>) -> NonNull<ffi::PyObject> {
    // SAFETY: forwarded from the caller.
    unsafe { ffi::Py_INCREF(object.as_ptr()) };
    object
}

/// Gives one reference back. The object's finaliser may run, and with it any Python code.
///
/// # Safety
/// The caller owns the reference, does not use it afterwards, and the thread is attached.
#[inline]
pub(super) unsafe fn release(object: NonNull<ffi::PyObject>) {
    // SAFETY: forwarded from the caller.
    unsafe { ffi::Py_DECREF(object.as_ptr()) };
}

/// Gives one reference back from wherever the thread is: at once when it is attached, else as soon as some thread
/// of ours is, and never when the interpreter is gone.
///
/// # Safety
/// The caller owns the reference and does not use it afterwards.
#[inline]
pub(super) unsafe fn release_anywhere(object: NonNull<ffi::PyObject>) {
    if super::attach::is_attached() {
        // SAFETY: the caller owns the reference; the thread is attached, as was just asked.
        unsafe { release(object) };
    } else {
        pending::push(object);
    }
}

/// The number of references to the object.
///
/// # Safety
/// The object is alive and the thread is attached.
#[inline]
pub(super) unsafe fn count(object: NonNull<ffi::PyObject>) -> isize {
    // SAFETY: forwarded from the caller.
    unsafe { ffi::Py_REFCNT(object.as_ptr()) as isize }
}
