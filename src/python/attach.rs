//! Attaching a thread to the interpreter, and the guard form of it.
//!
//! Every attachment of a thread is an entry of the thread's stack. Guards may be dropped in any order and kept
//! anywhere; the entries are undone in the order of the stack, so that a thread stays attached as long as any of its
//! guards lives.

use super::{Python, pending};
use crate::ffi;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set when an interpreter was seen alive: if there is none later, it has been finalised.
static SEEN: AtomicBool = AtomicBool::new(false);
static FINALIZED: AtomicBool = AtomicBool::new(false);
static INITIALIZE: Once = Once::new();

struct Entry {
    state: ffi::PyGILState_STATE,
    live: bool,
}

thread_local! {
    static ENTRIES: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
}

/// Whether there is an interpreter that can be attached to, as far as can be known without holding it.
pub(crate) fn is_alive() -> bool {
    // SAFETY: both may be called at any time and from any thread.
    unsafe {
        ffi::Py_IsInitialized() != 0 && !FINALIZED.load(Ordering::Acquire) && ffi::Py_IsFinalizing() == 0
    }
}

/// Says that the interpreter is being finalised by us: from now on nobody attaches.
pub(crate) fn mark_finalized() {
    FINALIZED.store(true, Ordering::Release);
}

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
            !current.is_null() && current == ffi::PyGILState_GetThisThreadState()
        }
    }
}

/// Starts the interpreter when there is none yet; returns whether there is one to attach to.
fn make_sure() -> bool {
    // SAFETY: may be called at any time.
    if unsafe { ffi::Py_IsInitialized() } == 0 {
        if SEEN.load(Ordering::Acquire) || FINALIZED.load(Ordering::Acquire) {
            return false;
        }
        INITIALIZE.call_once(|| {
            // SAFETY: no interpreter is there, and `Once` keeps other threads of ours out. The thread that initialises
            // holds the interpreter afterwards and lets it go at once, so that `attach` is the same for all.
            unsafe {
                ffi::Py_InitializeEx(0);
                #[cfg(not(Py_3_9))]
                ffi::PyEval_InitThreads();
                ffi::PyEval_SaveThread();
            }
        });
    }
    SEEN.store(true, Ordering::Release);
    is_alive()
}

fn push() {
    // SAFETY: an interpreter is there and not finalising, as the callers have asked.
    let state = unsafe { ffi::PyGILState_Ensure() };
    ENTRIES.with_borrow_mut(|entries| entries.push(Entry { state, live: true }));
}

/// Marks the entry dead, and undoes all dead ones at the end of the stack.
fn pop(index: usize) {
    let undo = |entries: &mut Vec<Entry>| {
        if let Some(entry) = entries.get_mut(index) {
            entry.live = false;
        }
        let from = entries.iter().rposition(|entry| entry.live).map_or(0, |last| last + 1);
        entries.drain(from..).rev().collect::<Vec<_>>()
    };
    // A thread that ends may have lost its stack already; then the interpreter frees its state.
    let Ok(undone) = ENTRIES.try_with(|entries| undo(&mut entries.borrow_mut())) else { return };
    for entry in undone {
        // SAFETY: undoes the `PyGILState_Ensure` that gave this state, in the reverse order.
        unsafe { ffi::PyGILState_Release(entry.state) };
    }
}

fn depth() -> usize {
    ENTRIES.with_borrow(Vec::len)
}

/// One attachment, undone on drop.
struct Attachment {
    index: usize,
    _not_send: PhantomData<*mut ()>,
}

impl Attachment {
    fn try_new() -> Option<Self> {
        if !make_sure() {
            return None;
        }
        let index = depth();
        push();
        pending::release_pending();
        Some(Attachment { index, _not_send: PhantomData })
    }

    fn new() -> Self {
        Self::try_new().expect("the Python interpreter has been finalised: nothing can attach to it any more")
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        pop(self.index);
    }
}

/// Keeps the thread attached until it is dropped; made by [`Python::acquire_gil`].
///
/// Guards of one thread may be dropped in any order. A guard cannot go to another thread.
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
    /// # Panics
    /// If the interpreter has been finalised.
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
    pub fn acquire_gil() -> GILGuard {
        GILGuard { attachment: Attachment::new() }
    }

    /// Starts the interpreter if the process has none yet, with Python's default configuration and without its signal
    /// handlers. [`Python::attach`] does this by itself; `Interpreter` starts one with a configuration.
    ///
    /// # Panics
    /// If the interpreter has been finalised: CPython cannot start again soundly in the same process.
    pub fn initialize() {
        assert!(make_sure(), "the Python interpreter has been finalised and cannot be started again");
    }
}

impl<'py> Python<'py> {
    /// Lets other threads run Python while `f` runs.
    ///
    /// `f` cannot reach the token or anything tied to it: it must be `Send`, and they are not. Take out what it needs
    /// first, or keep a [`Py`](crate::Py).
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
    pub fn detach<T, F>(self, f: F) -> T
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        let detached = Detached::new();
        let result = f();
        drop(detached);
        pending::release_pending();
        result
    }

    /// The older name of [`Python::detach`].
    pub fn allow_threads<T, F>(self, f: F) -> T
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        self.detach(f)
    }
}

/// The thread state that is put back when `detach` ends, by return or by panic.
struct Detached {
    state: *mut ffi::PyThreadState,
    depth: usize,
}

impl Detached {
    fn new() -> Self {
        // SAFETY: `detach` is called with a token, hence attached.
        Detached { state: unsafe { ffi::PyEval_SaveThread() }, depth: depth() }
    }
}

impl Drop for Detached {
    fn drop(&mut self) {
        // A guard made inside and kept (in a `thread_local!`) has attached this thread already. Then it stays attached,
        // and that guard must not detach it when it goes.
        let kept = ENTRIES.with_borrow_mut(|entries| match entries.get_mut(self.depth) {
            Some(entry) => {
                entry.state = ffi::PyGILState_LOCKED;
                true
            }
            None => false,
        });
        if !kept {
            // SAFETY: the state that `PyEval_SaveThread` gave, on the same thread.
            unsafe { ffi::PyEval_RestoreThread(self.state) };
        }
    }
}
