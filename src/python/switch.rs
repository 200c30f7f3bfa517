//! Running in another interpreter of the process for a while.
//!
//! `PyGILState_Ensure` and its relatives know one thread state for each thread. From 3.12 on that is the one which was attached last; before, it
//! stays that of the main interpreter. So this remembers which one the thread has been switched to.

#[cfg(any(not(Py_LIMITED_API), unix))]
use super::Python;
#[cfg(any(not(Py_LIMITED_API), unix))]
use super::attachments::{self, Entry};
use crate::ffi;
use std::cell::Cell;
use std::ptr::null_mut;

thread_local! {
    static SWITCHED_TO: Cell<*mut ffi::PyThreadState> = const { Cell::new(null_mut()) };
}

/// The thread state of another interpreter that this thread has been switched to, where Python itself would not know it; or null.
#[inline]
pub(super) fn switched_to() -> *mut ffi::PyThreadState {
    if ffi::runs_at_least(12) { null_mut() } else { SWITCHED_TO.get() }
}

/// Undoes the switch when it is dropped, by return or by panic.
#[cfg(any(not(Py_LIMITED_API), unix))]
pub(crate) struct Switched {
    /// The thread state that was attached before; null if it is the same one.
    outer: *mut ffi::PyThreadState,
    /// What this thread had been switched to before.
    before: *mut ffi::PyThreadState,
    /// The place on the stack of attachments.
    index: usize,
}

#[cfg(any(not(Py_LIMITED_API), unix))]
impl Switched {
    /// Detaches the thread from its interpreter and attaches it to that of `state`.
    ///
    /// A visitor goes on being one: who ends the main interpreter waits for it.
    ///
    /// # Safety
    /// The state belongs to this thread and to an interpreter that has not ended. Nothing that has been bound to the token is used before
    /// the result is dropped.
    #[inline]
    pub(crate) unsafe fn to(_: Python<'_>, state: *mut ffi::PyThreadState) -> Switched {
        // SAFETY: attached, hence there is a current state; the rest is said by the caller.
        unsafe {
            if ffi::PyThreadState_GetUnchecked() == state {
                return Switched { outer: null_mut(), before: null_mut(), index: 0 };
            }
            let outer = ffi::PyEval_SaveThread();
            ffi::PyEval_RestoreThread(state);
            let index = attachments::push(Entry::Detached);
            Switched { outer, before: SWITCHED_TO.replace(state), index }
        }
    }

    /// The interpreter that the thread was switched to has ended, and nothing is attached.
    ///
    /// # Safety
    /// It is so, by `Py_EndInterpreter`; the thread was not attached to that interpreter when it was switched to it.
    #[inline]
    pub(crate) unsafe fn has_ended(self) {
        let this = std::mem::ManuallyDrop::new(self);
        // SAFETY: the state was saved by this thread. Before 3.12 the GIL is still held, and only the state has to be put in its place.
        unsafe {
            if ffi::runs_at_least(12) {
                ffi::PyEval_RestoreThread(this.outer);
            } else {
                ffi::PyThreadState_Swap(this.outer);
            }
        }
        this.leave();
    }

    /// What a guard that was made meanwhile and kept holds is the other interpreter's: it must not be undone in this one.
    #[inline]
    fn leave(&self) {
        SWITCHED_TO.set(self.before);
        attachments::disarm_above(self.index);
        attachments::kill(self.index);
        super::attach::undo();
    }
}

#[cfg(any(not(Py_LIMITED_API), unix))]
impl Drop for Switched {
    #[inline]
    fn drop(&mut self) {
        if self.outer.is_null() {
            return;
        }
        // SAFETY: whoever has detached the thread meanwhile has attached it again; the outer state was saved by this thread.
        unsafe {
            ffi::PyEval_SaveThread();
            ffi::PyEval_RestoreThread(self.outer);
        }
        self.leave();
    }
}
