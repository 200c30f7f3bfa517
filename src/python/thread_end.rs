//! Taking the interpreter without losing the thread over it.
//!
//! Before 3.14 CPython ends a thread that asks for the GIL after finalisation has begun: `pthread_exit` unwinds its
//! stack by force. In a Rust frame that runs destructors without the GIL, or aborts the process. So the two calls of
//! ours that may wait for the GIL stop the unwinding: the thread sleeps until the process ends, as in 3.14.

use crate::ffi;

/// Sleeps for ever.
#[inline]
pub(super) fn park() -> ! {
    loop {
        std::thread::park();
    }
}

/// Stays in scope over a call that may unwind by force.
struct Stop;

impl Drop for Stop {
    #[inline]
    fn drop(&mut self) {
        park();
    }
}

/// `PyGILState_Ensure`.
///
/// # Safety
/// An interpreter is there.
#[inline]
pub(super) unsafe fn ensure() -> ffi::PyGILState_STATE {
    let ensure: unsafe extern "C" fn() -> ffi::PyGILState_STATE = ffi::PyGILState_Ensure;
    // SAFETY: the same function and the same calling convention; only the compiler's knowledge about unwinding differs.
    let ensure: unsafe extern "C-unwind" fn() -> ffi::PyGILState_STATE =
        unsafe { std::mem::transmute(ensure) };
    let stop = Stop;
    // SAFETY: forwarded from the caller.
    let state = unsafe { ensure() };
    std::mem::forget(stop);
    state
}

/// `PyEval_RestoreThread`.
///
/// # Safety
/// `state` is this thread's own, saved by `PyEval_SaveThread`.
#[inline]
pub(super) unsafe fn restore(state: *mut ffi::PyThreadState) {
    let restore: unsafe extern "C" fn(*mut ffi::PyThreadState) = ffi::PyEval_RestoreThread;
    // SAFETY: as in `ensure`.
    let restore: unsafe extern "C-unwind" fn(*mut ffi::PyThreadState) =
        unsafe { std::mem::transmute(restore) };
    let stop = Stop;
    // SAFETY: forwarded from the caller.
    unsafe { restore(state) };
    std::mem::forget(stop);
}
