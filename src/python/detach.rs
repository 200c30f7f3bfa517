//! Letting other threads run.

use super::attachments::{self, Entry};
use super::{Python, attach, lifecycle, pending};
use crate::ffi;

impl<'py> Python<'py> {
    /// Lets other threads run Python while `f` runs.
    ///
    /// `f` cannot reach the token or anything tied to it: it must be `Send`, and they are not. Take out what it needs
    /// first, or keep a [`Py`](crate::Py).
    ///
    /// What says that it is `Send` and is not (a `SendWrapper` around a `Bound`, which checks the thread only) passes
    /// all the same, and so does what comes through a `scoped_thread_local!`: to use an object in `f` that way is
    /// undefined behaviour.
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let numbers: Vec<u64> = py.eval("list(range(1000))", None, None)?.extract()?;
    ///     let sum = py.detach(|| numbers.iter().sum::<u64>());
    ///     assert_eq!(sum, 499_500);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn detach<T, F>(self, f: F) -> T
    where
        // The comments are for the compiler's message, which shows these lines.
        F: FnOnce() -> T + Send, // neither token nor `Bound` inside: take out what is needed before, or use a `Py`
        T: Send,                 // neither token nor `Bound` comes out: return a `Py`
    {
        let detached = Detached::new(self);
        let result = f();
        drop(detached);
        pending::release_pending();
        result
    }

    /// The older name of [`Python::detach`].
    #[inline]
    pub fn allow_threads<T, F>(self, f: F) -> T
    where
        F: FnOnce() -> T + Send, // neither token nor `Bound` inside: take out what is needed before, or use a `Py`
        T: Send,                 // neither token nor `Bound` comes out: return a `Py`
    {
        self.detach(f)
    }
}

/// The thread state that is put back when `detach` ends, by return or by panic.
pub(super) struct Detached {
    state: *mut ffi::PyThreadState,
    /// The place on the stack.
    index: usize,
    /// Whether the thread came to the interpreter from outside.
    visitor: bool,
}

impl Detached {
    #[inline]
    pub(super) fn new(_: Python<'_>) -> Self {
        let visitor = lifecycle::is_visiting();
        // SAFETY: `detach` is called with a token, hence attached.
        let state = unsafe { ffi::PyEval_SaveThread() };
        if visitor {
            lifecycle::leave();
        }
        Detached { state, index: attachments::push(Entry::Detached), visitor }
    }
}

impl Drop for Detached {
    fn drop(&mut self) {
        // A guard made inside and kept (in a `thread_local!`) has attached this thread already. Then it stays attached,
        // and that guard must not detach it when it goes.
        let kept = attachments::stay_attached(self.index + 1);
        if !kept {
            lifecycle::come_back(self.visitor);
            // SAFETY: the state that `PyEval_SaveThread` gave, on the same thread.
            unsafe { ffi::PyEval_RestoreThread(self.state) };
        } else if !self.visitor {
            lifecycle::leave();
        }
        attachments::kill(self.index);
        attach::undo();
    }
}
