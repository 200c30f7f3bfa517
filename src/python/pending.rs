//! References whose owner was dropped by a thread that was not attached.
//!
//! Such a thread may not touch the count. It leaves the pointer here and asks the interpreter for a pending call
//! (`Py_AddPendingCall` is one of the few functions that need no attachment); the main thread runs it between two
//! byte codes (from 3.9 to 3.11, after it has let another thread run for a moment). Since an embedding program may run no byte code for long, `Python::attach` and the end of
//! `Python::detach` look here too. A call from Python into Rust does not: it pays nothing.

use super::{lifecycle, refcount};
use crate::ffi;
use std::ffi::{c_int, c_void};
use std::ptr::{NonNull, null_mut};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

struct Reference(NonNull<ffi::PyObject>);

// SAFETY: the pointer is only carried; it is used again by a thread that is attached.
unsafe impl Send for Reference {}

static WAITING: Mutex<Vec<Reference>> = Mutex::new(Vec::new());
/// Whether `WAITING` may hold something: what `attach` reads instead of taking the lock.
static SOME: AtomicBool = AtomicBool::new(false);
/// Whether a pending call is under way; the interpreter's queue for them is short.
static ASKED: AtomicBool = AtomicBool::new(false);

/// Leaves a reference for an attached thread to release.
#[cold]
pub(super) fn push(object: NonNull<ffi::PyObject>) {
    // After finalisation the memory is the interpreter's no longer, and there is nothing to count.
    if !lifecycle::is_alive() {
        return;
    }
    lock().push(Reference(object));
    SOME.store(true, Ordering::Release);
    if !ASKED.swap(true, Ordering::AcqRel) {
        // SAFETY: needs no attachment; `on_pending_call` has the right type and takes no argument.
        if unsafe { ffi::Py_AddPendingCall(Some(on_pending_call), null_mut()) } != 0 {
            ASKED.store(false, Ordering::Release);
        }
    }
}

unsafe extern "C" fn on_pending_call(_: *mut c_void) -> c_int {
    ASKED.store(false, Ordering::Release);
    release_pending();
    0
}

/// Releases what has been left here. The thread is attached.
#[inline]
pub(crate) fn release_pending() {
    if SOME.load(Ordering::Acquire) {
        release_all();
    }
}

#[cold]
fn release_all() {
    SOME.store(false, Ordering::Release);
    // The lock is let go before the first release: a finaliser runs Python code, which may drop or attach again.
    let waiting = std::mem::take(&mut *lock());
    for Reference(object) in waiting {
        // SAFETY: `push` took the reference over; only attached threads come here.
        unsafe { refcount::release(object) };
    }
}

#[inline]
fn lock() -> std::sync::MutexGuard<'static, Vec<Reference>> {
    WAITING.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}
