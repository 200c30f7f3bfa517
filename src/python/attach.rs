//! Attaching a thread to the interpreter, and the guard form of it.

use super::attachments::{self, Entry};
use super::token::OnlyWhileAttached;
use super::{Python, lifecycle, pending, switch};
use crate::ffi;
use std::marker::PhantomData;

/// Whether this thread is attached.
///
/// `PyGILState_Check` is not used: once a sub-interpreter was made it answers 1 to every thread before 3.12.
#[inline]
pub(super) fn is_attached() -> bool {
    // SAFETY: reads the current thread state; needs no attachment. Before 3.12 that is the state of whichever thread
    // holds the GIL, so it is compared with this thread's own.
    unsafe {
        let current = ffi::PyThreadState_GetUnchecked();
        if cfg!(Py_3_12) {
            !current.is_null()
        } else {
            !current.is_null()
                && (current == ffi::PyGILState_GetThisThreadState() || current == switch::switched_to())
        }
    }
}

/// Whether nothing of this thread holds the interpreter, nor waits for it to come back.
#[inline]
pub(crate) fn is_outside() -> bool {
    attachments::is_empty() && !is_attached()
}

/// Attaches the thread, and notes that on its stack. `None`: the interpreter is gone.
#[inline]
fn push() -> Option<usize> {
    let sub = switch::switched_to();
    if is_attached() {
        // SAFETY: attached, hence there is a current state, which is this thread's.
        if !sub.is_null() && unsafe { ffi::PyThreadState_GetUnchecked() } == sub {
            return Some(attachments::push(Entry::Inert));
        }
        // SAFETY: attached, hence an interpreter is there.
        unsafe { ffi::PyGILState_Ensure() };
        return Some(attachments::push(Entry::Nested));
    }
    if !lifecycle::make_sure() || !lifecycle::enter() {
        return None;
    }
    if !sub.is_null() {
        // SAFETY: this thread's state of an interpreter that does not end before the thread is switched back.
        unsafe { ffi::PyEval_RestoreThread(sub) };
        return Some(attachments::push(Entry::Returned));
    }
    // SAFETY: the interpreter was there, and is not finalised by us as long as this thread has entered.
    unsafe { ffi::PyGILState_Ensure() };
    Some(attachments::push(Entry::Attached))
}

/// Undoes the entries at the end of the stack that are needed no longer.
pub(super) fn undo() {
    // One at a time: to release may run Python code, which may attach again.
    while let Some(entry) = attachments::pop_dead() {
        let state = match entry {
            Entry::Detached | Entry::Inert => continue,
            Entry::Returned => {
                // SAFETY: attached; nothing of the thread holds the interpreter any more.
                unsafe { ffi::PyEval_SaveThread() };
                lifecycle::leave();
                continue;
            }
            Entry::Nested => ffi::PyGILState_LOCKED,
            Entry::Attached => ffi::PyGILState_UNLOCKED,
        };
        // A guard that was kept past the call from Python that made it, or past the interpreter's end, has nothing
        // left to release.
        if is_attached() {
            // SAFETY: attached; undoes one `PyGILState_Ensure`, with what it said, in the reverse order.
            unsafe { ffi::PyGILState_Release(state) };
        }
        if entry == Entry::Attached {
            lifecycle::leave();
        }
    }
}

/// One attachment, undone on drop.
struct Attachment {
    index: usize,
    _not_send: PhantomData<dyn OnlyWhileAttached>,
}

impl Attachment {
    #[inline]
    fn try_new() -> Option<Self> {
        let attachment = Attachment { index: push()?, _not_send: PhantomData };
        pending::release_pending();
        Some(attachment)
    }

    #[inline]
    fn new() -> Self {
        Self::try_new().unwrap_or_else(|| panic!("cannot attach: {}", lifecycle::reason().text()))
    }
}

impl Drop for Attachment {
    #[inline]
    fn drop(&mut self) {
        attachments::kill(self.index);
        undo();
    }
}

/// Keeps the thread attached until it is dropped; made by [`Python::acquire_gil`].
///
/// Guards of one thread may be dropped in any order. A guard cannot go to another thread.
///
/// A guard that is leaked (`Box::leak`) gives a `Python<'static>`. Such a token must not be put where code finds it that
/// runs inside [`Python::detach`], or after the call from Python that made the guard: in a `thread_local!`, say. No
/// lifetime says so; with [`Python::attach`], whose tokens cannot be stored, it cannot happen.
#[must_use = "the thread is detached again when the guard is dropped"]
pub struct GILGuard {
    attachment: Attachment,
}

impl GILGuard {
    /// The token of this attachment.
    ///
    /// # Panics
    /// If the thread is not attached just now: the guard was kept (in a `thread_local!`, say) past the code that
    /// runs inside [`Python::detach`], or past the call from Python that made it.
    #[inline]
    pub fn python(&self) -> Python<'_> {
        assert!(
            is_attached(),
            "this thread is detached from the Python interpreter, whatever guard it keeps"
        );
        let _ = &self.attachment;
        // SAFETY: the thread is attached, and stays so as long as the guard is borrowed: whoever detaches restores
        // the attachment before control comes back here.
        unsafe { Python::assume_attached() }
    }
}

impl std::fmt::Debug for GILGuard {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GILGuard").field("depth", &self.attachment.index).finish()
    }
}

impl Python<'_> {
    /// Runs `f` attached to the interpreter, which is started if the process has none yet.
    ///
    /// Attaching may wait for the thread that holds the GIL. Nested calls are fine and cheap. For a call that must not
    /// fail while the interpreter shuts down there is [`Python::try_attach`].
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// let total: i64 = Python::attach(|py| py.eval("sum(range(5))", None, None)?.extract())?;
    /// assert_eq!(total, 10);
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// Before 3.12 CPython's function behind this, `PyGILState_Ensure`, knows the main interpreter only: called from Python
    /// code of a sub-interpreter that is none of [`Interpreter::new_sub`](crate::Interpreter::new_sub) it waits for ever.
    ///
    /// # Panics
    /// If the interpreter has been finalised.
    #[inline]
    pub fn attach<F, R>(f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R,
    {
        let attachment = Attachment::new();
        // SAFETY: attached until `attachment` is dropped, after `f`.
        let result = f(unsafe { Python::assume_attached() });
        drop(attachment);
        result
    }

    /// Like [`Python::attach`], but answers `None`, at once, when the interpreter is being finalised or is gone.
    ///
    /// A destructor or a thread that may outlive the interpreter attaches with this one.
    #[inline]
    pub fn try_attach<F, R>(f: F) -> Option<R>
    where
        F: for<'py> FnOnce(Python<'py>) -> R,
    {
        let attachment = Attachment::try_new()?;
        // SAFETY: attached until `attachment` is dropped, after `f`.
        let result = f(unsafe { Python::assume_attached() });
        drop(attachment);
        Some(result)
    }

    /// Attaches the thread until the guard is dropped: the guard form of [`Python::attach`].
    ///
    /// # Panics
    /// If the interpreter has been finalised.
    #[inline]
    pub fn acquire_gil() -> GILGuard {
        GILGuard { attachment: Attachment::new() }
    }

    /// Starts the interpreter if the process has none yet, with Python's default configuration and without its signal
    /// handlers. [`Python::attach`] does this by itself; `Interpreter` starts one with a configuration.
    ///
    /// # Panics
    /// If the interpreter has been finalised: CPython cannot start again soundly in the same process.
    #[inline]
    pub fn initialize() {
        assert!(lifecycle::make_sure(), "{}", lifecycle::reason().text());
    }
}
