//! Whether there is an interpreter to attach to: its start, its end, and who is inside between the two.

use super::Python;
use crate::ffi;
use std::cell::Cell;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

/// What this copy of the crate knows of the process's interpreter.
static STATE: AtomicU8 = AtomicU8::new(UNSEEN);
const UNSEEN: u8 = 0;
const SEEN: u8 = 1;
/// A start has failed, and left the interpreter half made.
const FAILED: u8 = 2;
/// We are finalising it, or have.
const FINALIZED: u8 = 3;

/// Held while an interpreter starts: nobody attaches to half of one.
static STARTING: Mutex<()> = Mutex::new(());

/// The threads that came from outside and hold the interpreter or wait for it. Those inside `detach` are not counted,
/// nor threads of Python's own.
static VISITORS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// Whether this thread is one of `VISITORS`.
    static VISITING: Cell<bool> = const { Cell::new(false) };
    /// Whether this thread is the one that finalises.
    static FINALIZING: Cell<bool> = const { Cell::new(false) };
}

/// Why there is nothing to start or to attach to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unavailable {
    /// An interpreter is there already.
    Running,
    /// A start has failed.
    Failed,
    /// The interpreter has been finalised, or is being.
    Finalized,
}

impl Unavailable {
    /// The state as a sentence.
    #[inline]
    pub(crate) fn text(self) -> &'static str {
        match self {
            Unavailable::Running => "a Python interpreter is running in this process already",
            Unavailable::Failed => {
                "the Python interpreter could not be started, and a process has only one attempt at it"
            }
            Unavailable::Finalized => {
                "the Python interpreter has been finalised, and cannot be started again in the same process"
            }
        }
    }
}

/// Whether there is an interpreter that can be attached to, as far as can be known without holding it.
#[inline]
pub(crate) fn is_alive() -> bool {
    // The order matters to `close`: whoever sees the old state here has counted itself as a visitor before.
    STATE.load(Ordering::SeqCst) <= SEEN
        // SAFETY: both may be called at any time and from any thread.
        && unsafe { ffi::Py_IsInitialized() != 0 && ffi::Py_IsFinalizing() == 0 }
}

/// Why `is_alive` has said no.
#[inline]
pub(super) fn reason() -> Unavailable {
    match STATE.load(Ordering::SeqCst) {
        FAILED => Unavailable::Failed,
        _ => Unavailable::Finalized,
    }
}

/// Starts the interpreter when the process has not had one yet; returns whether there is one to attach to.
#[inline]
pub(super) fn make_sure() -> bool {
    if STATE.load(Ordering::SeqCst) == UNSEEN {
        let _starting = starting();
        if STATE.load(Ordering::SeqCst) == UNSEEN {
            // SAFETY: may be called at any time.
            if unsafe { ffi::Py_IsInitialized() } == 0 {
                // SAFETY: no interpreter is there, and the lock keeps other threads of ours out. The thread that
                // initialises holds the interpreter afterwards and lets it go at once, so that `attach` is the same
                // for all.
                unsafe {
                    ffi::Py_InitializeEx(0);
                    ffi::PyEval_InitThreads();
                    set_empty_argv();
                    ffi::PyEval_SaveThread();
                }
            }
            STATE.store(SEEN, Ordering::SeqCst);
        }
    }
    is_alive()
}

/// Sets `sys.argv` to `['']`, as 3.8 and later do by themselves: modules of the standard library expect some.
///
/// # Safety
/// The thread is attached.
#[inline]
unsafe fn set_empty_argv() {
    // SAFETY: attached; the name ends in a null byte. `PySys_SetArgvEx` copies the one empty string.
    unsafe {
        let argv = ffi::PySys_GetObject(c"argv".as_ptr().cast_mut().cast());
        // 3.7 has an empty list.
        if argv.is_null() || ffi::PyObject_Size(argv) == 0 {
            let mut empty: [_; 1] = [0];
            let mut argv = [empty.as_mut_ptr()];
            ffi::PySys_SetArgvEx(1, argv.as_mut_ptr(), 0);
        }
    }
}

/// Runs `start`, which starts an interpreter, if that is possible.
#[inline]
pub(crate) fn start<T, E: From<Unavailable>>(start: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    // Code that runs while the interpreter starts (`sitecustomize`) may come here: not to wait for itself.
    if super::attach::is_attached() {
        return Err(Unavailable::Running.into());
    }
    let _starting = starting();
    match STATE.load(Ordering::SeqCst) {
        FAILED | FINALIZED => return Err(reason().into()),
        // SAFETY: may be called at any time.
        _ if unsafe { ffi::Py_IsInitialized() } != 0 => return Err(Unavailable::Running.into()),
        SEEN => return Err(Unavailable::Finalized.into()),
        _ => {}
    }
    let result = start();
    count_again_after_fork();
    STATE.store(if result.is_ok() { SEEN } else { FAILED }, Ordering::SeqCst);
    // Half an interpreter may be left, and hold this thread as if it could run something.
    if result.is_err() && super::attach::is_attached() {
        // SAFETY: attached, as was just asked.
        unsafe { ffi::PyEval_SaveThread() };
    }
    result
}

/// `os.fork` leaves the other threads behind: the child must not wait for them at its end.
#[inline]
fn count_again_after_fork() {
    #[cfg(unix)]
    {
        #[inline]
        extern "C" fn in_child() {
            VISITORS.store(VISITING.get().into(), Ordering::SeqCst);
        }
        // SAFETY: the function is there as long as this code, and only stores a number.
        unsafe { ffi::platform::pthread_atfork(None, None, Some(in_child)) };
    }
}

#[inline]
fn starting() -> MutexGuard<'static, ()> {
    STARTING.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Notes that an interpreter has imported a module of ours: there is one, and threads of ours may come to it.
#[inline]
pub(crate) fn prepare_threads(_: Python<'_>) {
    // SAFETY: attached. Before 3.7 this makes the GIL, which is not there yet in a program with one thread; afterwards
    // it does nothing.
    unsafe { ffi::PyEval_InitThreads() };
}

/// Counts this thread as a visitor; says no, and does not, when the interpreter is gone.
#[inline]
pub(super) fn enter() -> bool {
    VISITORS.fetch_add(1, Ordering::SeqCst);
    VISITING.set(true);
    if !is_alive() {
        leave();
        return false;
    }
    true
}

/// The visitor goes.
#[inline]
pub(super) fn leave() {
    VISITING.set(false);
    VISITORS.fetch_sub(1, Ordering::SeqCst);
}

/// Whether this thread counts as a visitor just now.
#[inline]
pub(super) fn is_visiting() -> bool {
    VISITING.get()
}

/// Comes back to the interpreter after `detach`, as a visitor or as a thread of Python's own.
///
/// When the interpreter has been finalised meanwhile there is nothing to come back to, and the callers hold a token:
/// then the thread stays here for ever.
#[inline]
pub(super) fn come_back(visitor: bool) {
    if visitor {
        VISITORS.fetch_add(1, Ordering::SeqCst);
        VISITING.set(true);
    }
    if STATE.load(Ordering::SeqCst) == FINALIZED && !FINALIZING.get() {
        if visitor {
            leave();
        }
        ffi::thread_end::park();
    }
}

/// Lets nobody attach any more, and waits until those who have are out. To be called detached.
#[inline]
pub(crate) fn close() {
    FINALIZING.set(true);
    STATE.store(FINALIZED, Ordering::SeqCst);
    while VISITORS.load(Ordering::SeqCst) > 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
}
