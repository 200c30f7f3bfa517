//! Further interpreters of the same process.

use super::error::{InterpreterError, InterpreterErrorKind};
use super::{Interpreter, running};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Python, Switched, meet_interpreter};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The interpreters made here that have not ended.
static LEFT: AtomicUsize = AtomicUsize::new(0);

/// Whether Python would end the process if the main interpreter was ended.
#[inline]
pub(super) fn sub_interpreters_are_left() -> bool {
    LEFT.load(Ordering::SeqCst) > 0
}

/// How long the threads of an interpreter may take to end after they have said that they have.
const PATIENCE: Duration = Duration::from_secs(1);

impl Interpreter {
    /// Makes a further interpreter in this process, with modules, classes and `sys` of its own, which shares the GIL with the running one.
    /// (`Py_NewInterpreter`)
    ///
    /// ```
    /// use pyrules::{Interpreter, Python};
    ///
    /// Python::attach(|py| {
    ///     py.run("import sys; sys.seen = 1", None, None)?;
    ///     let sub = Interpreter::new_sub(py)?;
    ///     let seen: bool = sub.attach(|py| py.eval("hasattr(__import__('sys'), 'seen')", None, None)?.extract())?;
    ///     assert!(!seen);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// If Python cannot make it, for want of memory say.
    #[inline]
    pub fn new_sub(py: Python<'_>) -> Result<SubInterpreter<'_>, InterpreterError> {
        SubInterpreter::new(py, false)
    }

    /// Makes a further interpreter that runs at the same time as the others, with a GIL of its own (3.12 and later).
    /// (`Py_NewInterpreterFromConfig`)
    ///
    /// It imports what says that it can be: of extension modules those with two-phase initialisation and
    /// `Py_MOD_PER_INTERPRETER_GIL_SUPPORTED`, [`unsafe(per_interpreter_gil)`](crate::spec) in `py_module!`.
    ///
    /// ```
    /// use pyrules::{Interpreter, Python};
    ///
    /// let results = [10, 20].map(|n| {
    ///     std::thread::spawn(move || {
    ///         Python::attach(|py| {
    ///             // SAFETY: numbers and strings go in and come out, no objects.
    ///             let sub = unsafe { Interpreter::new_sub_with_own_gil(py) }.map_err(|error| error.to_string())?;
    ///             sub.attach(|py| {
    ///                 let sum = py.eval(&format!("sum(range({n}))"), None, None).and_then(|sum| sum.extract::<u64>());
    ///                 sum.map_err(|error| error.to_string())
    ///             })
    ///         })
    ///     })
    /// });
    /// let results: Vec<Result<u64, String>> = results.map(|thread| thread.join().unwrap()).into();
    /// let expected = cfg!(not(feature = "abi3")) && Python::attach(|py| py.version_info() >= (3, 12));
    /// let expected = expected.then(|| vec![Ok(45), Ok(190)]);
    /// assert!(expected.is_none_or(|expected| results == expected));
    /// ```
    ///
    /// # Safety
    /// No object of one interpreter is used, or dropped, in another one or by a thread that is not attached: neither a `Py` or a `PyErr` that
    /// goes into [`SubInterpreter::attach`] or comes out, nor one in a `static` that is not a [`PyStatic`](crate::PyStatic).
    ///
    /// # Errors
    /// [`Unsupported`](InterpreterErrorKind::Unsupported) before 3.12, and under the limited API.
    #[inline]
    pub unsafe fn new_sub_with_own_gil(py: Python<'_>) -> Result<SubInterpreter<'_>, InterpreterError> {
        if cfg!(any(not(Py_3_12), Py_LIMITED_API)) {
            let message =
                "an interpreter has a GIL of its own only from Python 3.12 on, and not by the limited API";
            return Err(InterpreterError::new(InterpreterErrorKind::Unsupported, message));
        }
        SubInterpreter::new(py, true)
    }
}

/// A further interpreter of the process, made by [`Interpreter::new_sub`]; it ends when this is dropped, or by [`end`](Self::end).
///
/// It is its thread's, and lives no longer than the attachment to the interpreter that it was made in. A sub-interpreter may have more of
/// its own.
///
/// Objects belong to their interpreter. Python does not keep them apart, and neither does this crate: what is made inside stays there,
/// and numbers, strings and other data of Rust go in and out. (A `PyErr` has an object: what comes out of [`attach`](Self::attach) as an
/// error shows, but its class is none of the outer interpreter's.)
#[derive(Debug)]
#[must_use = "the interpreter ends when this is dropped"]
pub struct SubInterpreter<'py> {
    py: Python<'py>,
    /// The one thread state of this thread in that interpreter; null when it has ended.
    state: *mut ffi::PyThreadState,
}

impl<'py> SubInterpreter<'py> {
    #[inline]
    fn new(py: Python<'py>, own_gil: bool) -> Result<Self, InterpreterError> {
        // The first one is the one that has been there before.
        meet_interpreter(py);
        // SAFETY: attached; the thread's own state is put back.
        let state = unsafe {
            let outer = ffi::PyThreadState_Get();
            let made = create(own_gil);
            if made.is_ok() {
                meet_interpreter(Python::assume_attached());
                ffi::PyEval_SaveThread();
            }
            if ffi::PyThreadState_GetUnchecked() != outer {
                ffi::PyEval_RestoreThread(outer);
            }
            made?
        };
        LEFT.fetch_add(1, Ordering::SeqCst);
        Ok(SubInterpreter { py, state })
    }

    /// Runs `f` attached to this interpreter. Meanwhile the thread is not attached to the outer one.
    ///
    /// As in [`Python::detach`], `f` cannot reach what is bound to the outer interpreter: it must be `Send`, and that is not. Within `f`,
    /// [`Python::attach`] attaches to this interpreter; on other threads it attaches to the main one.
    pub fn attach<F, R>(&self, f: F) -> R
    where
        F: for<'sub> FnOnce(Python<'sub>) -> R + Send, // neither token nor `Bound` inside: they are the outer interpreter's
        R: Send,                                       // neither token nor `Bound` comes out
    {
        // SAFETY: the state is this thread's, and the interpreter lives as long as `self`. `f` has nothing that is bound to the token.
        let switched = unsafe { Switched::to(self.py, self.state) };
        // SAFETY: attached until `switched` is dropped, after `f`.
        let result = f(unsafe { Python::assume_attached() });
        drop(switched);
        result
    }

    /// Ends the interpreter: waits for its threads, runs what is registered with `atexit`, and flushes its streams. (`Py_EndInterpreter`)
    ///
    /// # Errors
    /// [`Threads`](InterpreterErrorKind::Threads): daemon threads of it, or such that were started without `threading`, run on. It cannot be
    /// ended then, and runs on with them. [`Flush`](InterpreterErrorKind::Flush): what was printed could not be written; it has ended.
    #[inline]
    pub fn end(mut self) -> Result<(), InterpreterError> {
        self.end_once()
    }

    #[inline]
    fn end_once(&mut self) -> Result<(), InterpreterError> {
        let state = std::mem::replace(&mut self.state, std::ptr::null_mut());
        if state.is_null() {
            return Ok(());
        }
        // SAFETY: the state is this thread's, and nothing bound to the outer token is used here.
        let switched = unsafe { Switched::to(self.py, state) };
        // SAFETY: attached until the interpreter ends.
        let py = unsafe { Python::assume_attached() };
        running::finish_threads(py);
        if let Err(error) = not_again(py) {
            error.write_unraisable(py, None);
        }
        running::run_exit_functions(py);
        let flushed = running::flush(py).map_err(|error| error.to_string());
        let start = Instant::now();
        while has_other_threads(py) {
            if start.elapsed() > PATIENCE {
                let message = "threads of the sub-interpreter go on running, so that it cannot be ended";
                return Err(InterpreterError::new(InterpreterErrorKind::Threads, message));
            }
            py.detach(|| std::thread::sleep(Duration::from_millis(1)));
        }
        // SAFETY: attached with the only thread state of the interpreter, which runs nothing: `attach` borrows `self`. Afterwards
        // nothing is attached.
        unsafe {
            ffi::Py_EndInterpreter(state);
            switched.has_ended();
        }
        LEFT.fetch_sub(1, Ordering::SeqCst);
        flushed.map_err(|reason| {
            let message = format!("the sub-interpreter has ended, but its output is not complete: {reason}");
            InterpreterError::new(InterpreterErrorKind::Flush, message)
        })
    }
}

impl Drop for SubInterpreter<'_> {
    #[inline]
    fn drop(&mut self) {
        // `end` is for those who want to know.
        let _ = self.end_once();
    }
}

/// Makes an interpreter, and leaves the thread attached to it.
///
/// # Safety
/// Attached.
#[cfg(any(not(Py_3_12), Py_LIMITED_API))]
#[inline]
unsafe fn create(_own_gil: bool) -> Result<*mut ffi::PyThreadState, InterpreterError> {
    // SAFETY: said by the caller.
    let state = unsafe { ffi::Py_NewInterpreter() };
    if state.is_null() {
        let message = "Python cannot make a sub-interpreter";
        return Err(InterpreterError::new(InterpreterErrorKind::Start, message));
    }
    Ok(state)
}

/// Makes an interpreter, and leaves the thread attached to it.
///
/// # Safety
/// Attached.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
#[inline]
unsafe fn create(own_gil: bool) -> Result<*mut ffi::PyThreadState, InterpreterError> {
    let mut config =
        if own_gil { ffi::_PyInterpreterConfig_INIT } else { ffi::_PyInterpreterConfig_LEGACY_INIT };
    // They would outlive the interpreter.
    config.allow_daemon_threads = 0;
    let mut state = std::ptr::null_mut();
    // SAFETY: said by the caller; both pointers are valid.
    let status = unsafe { ffi::Py_NewInterpreterFromConfig(&mut state, &config) };
    super::configure::check(status)?;
    Ok(state)
}

/// `Py_EndInterpreter` waits for threads by a function that some versions refuse to run twice.
#[inline]
fn not_again(py: Python<'_>) -> PyResult<()> {
    let Some(threading) = running::imported(py, "threading")? else { return Ok(()) };
    if threading.hasattr("_shutdown")? {
        threading.setattr("_shutdown", py.eval("lambda: None", None, None)?)?;
    }
    Ok(())
}

/// Whether the interpreter has thread states but the current one.
#[inline]
fn has_other_threads(_: Python<'_>) -> bool {
    // SAFETY: attached; the states of an interpreter change only while its GIL is held.
    unsafe {
        let first = ffi::PyInterpreterState_ThreadHead(ffi::PyInterpreterState_Get());
        !first.is_null() && !ffi::PyThreadState_Next(first).is_null()
    }
}
