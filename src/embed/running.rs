//! `RunningInterpreter`: the interpreter from its start to its end.

use super::error::{InterpreterError, InterpreterErrorKind};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{self, Bound, PyAny, Python};
use std::marker::PhantomData;

/// An interpreter that was started by [`Interpreter::start`](crate::Interpreter::start). Dropping it ends the
/// interpreter; [`finalize`](Self::finalize) does the same and tells what went wrong.
///
/// It stays on the thread that has started it, which for Python is the main thread: signal handlers run there.
///
/// # The end
///
/// The order is that of the `python` program:
///
/// 1. Python threads that are not daemons are waited for, as are Rust threads that are inside `attach` (those inside
///    `detach` not counted). Functions registered with `atexit` run. All of them can still attach.
/// 2. `sys.stdout` and `sys.stderr` are flushed.
/// 3. From now on nobody attaches: [`Python::attach`] panics, [`Python::try_attach`] answers `None`. A thread that is
///    inside `detach` stays there for ever when it wants to come back, as do the daemon threads of Python.
/// 4. References that other threads have left to be released are released, and Python frees its modules.
///
/// A [`Py`](crate::Py) that lives on is inert: it cannot be reached without a token, and dropping it does nothing.
///
/// An interpreter that is dropped by a thread which is attached to it, by a guard or inside `attach`, goes on running:
/// it cannot be pulled away from under a token.
#[derive(Debug)]
#[must_use = "the interpreter ends when this is dropped"]
pub struct RunningInterpreter {
    /// The state of the thread that has started it.
    state: *mut ffi::PyThreadState,
    ended: bool,
    _not_send: PhantomData<*mut ()>,
}

impl RunningInterpreter {
    /// Lets go of the interpreter that has just been started.
    ///
    /// # Safety
    /// The interpreter has been started by this thread, which holds it.
    #[inline]
    pub(super) unsafe fn detached() -> Self {
        // SAFETY: the caller's promise.
        let state = unsafe { ffi::PyEval_SaveThread() };
        RunningInterpreter { state, ended: false, _not_send: PhantomData }
    }

    /// Runs `f` attached to the interpreter: [`Python::attach`].
    #[inline]
    pub fn attach<F, R>(&self, f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R,
    {
        Python::attach(f)
    }

    /// Ends the interpreter.
    ///
    /// # Errors
    /// [`Flush`](InterpreterErrorKind::Flush): what the program has printed could not be written in full, to a disk that
    /// is full, say. [`Attached`](InterpreterErrorKind::Attached): this thread is attached to the interpreter, which
    /// goes on running for the rest of the process. [`SubInterpreter`](InterpreterErrorKind::SubInterpreter): one of
    /// [`Interpreter::new_sub`](crate::Interpreter) was forgotten, or its threads go on.
    #[inline]
    pub fn finalize(mut self) -> Result<(), InterpreterError> {
        self.end()
    }

    #[inline]
    fn end(&mut self) -> Result<(), InterpreterError> {
        if std::mem::replace(&mut self.ended, true) {
            return Ok(());
        }
        if !python::is_outside() {
            return Err(InterpreterError::new(
                InterpreterErrorKind::Attached,
                "the Python interpreter cannot be ended by a thread that is attached to it",
            ));
        }
        // SAFETY: the state of this thread, which is not attached.
        unsafe { ffi::PyEval_RestoreThread(self.state) };
        // SAFETY: attached until the end of this function.
        let py = unsafe { Python::assume_attached() };
        finish_threads(py);
        run_exit_functions(py);
        let flushed = flush(py).map_err(|error| error.to_string());
        // SAFETY: attached. Visitors that are still inside need the interpreter to get out.
        unsafe {
            let state = ffi::PyEval_SaveThread();
            python::close();
            ffi::PyEval_RestoreThread(state);
        }
        python::release_pending();
        if super::sub_interpreters_are_left() {
            // SAFETY: attached; what threads the others have go on.
            unsafe { ffi::PyEval_SaveThread() };
            let message = "the Python interpreter cannot be ended, since a sub-interpreter has not ended";
            return Err(InterpreterError::new(InterpreterErrorKind::SubInterpreter, message));
        }
        // SAFETY: this thread has started the interpreter and holds it; no token is left on any thread that goes on.
        let status = unsafe { ffi::Py_FinalizeEx() };
        let reason = match flushed {
            Err(reason) => reason,
            Ok(()) if status < 0 => "writing the buffered output failed".to_owned(),
            Ok(()) => return Ok(()),
        };
        let message = format!("the Python interpreter has ended, but its output is not complete: {reason}");
        Err(InterpreterError::new(InterpreterErrorKind::Flush, message))
    }
}

impl Drop for RunningInterpreter {
    #[inline]
    fn drop(&mut self) {
        // `finalize` is for those who want to know.
        let _ = self.end();
    }
}

// What follows asks for modules that are there already, and does not import: a script may have replaced
// `builtins.__import__`, and a program that never used threads need not load `threading` to end.

/// A module that has been imported. (`PyImport_GetModuleDict`)
#[inline]
pub(super) fn imported<'py>(py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    // SAFETY: attached; lends `sys.modules`.
    let modules = unsafe { Bound::from_borrowed_ptr_or_err(py, ffi::PyImport_GetModuleDict())? };
    if modules.contains(name)? { modules.get_item(name).map(Some) } else { Ok(None) }
}

/// Waits for Python's own threads, as `Py_FinalizeEx` would do when nobody can attach any more.
#[inline]
pub(super) fn finish_threads(py: Python<'_>) {
    let wait = || -> PyResult<()> {
        let Some(threading) = imported(py, "threading")? else { return Ok(()) };
        // It also tells idle executors to end; and can be called twice from here on.
        if py.version_info() >= (3, 9) {
            threading.call_method0("_shutdown")?;
            return Ok(());
        }
        let main_thread = threading.getattr("_MainThread")?;
        loop {
            let mut waited = false;
            for thread in threading.call_method0("enumerate")?.try_iter()? {
                let thread = thread?;
                if !thread.is_instance(&main_thread)? && !thread.getattr("daemon")?.is_truthy()? {
                    thread.call_method0("join")?;
                    waited = true;
                }
            }
            if !waited {
                return Ok(());
            }
        }
    };
    if let Err(error) = wait() {
        error.write_unraisable(py, None);
    }
}

/// Runs the functions registered with `atexit`, while threads can still attach for them.
#[inline]
pub(super) fn run_exit_functions(py: Python<'_>) {
    let run = || -> PyResult<()> {
        if !cfg!(Py_2) {
            if let Some(atexit) = imported(py, "atexit")? {
                // What they raise has been shown already.
                let _ = atexit.call_method0("_run_exitfuncs");
            }
            return Ok(());
        }
        let Some(sys) = imported(py, "sys")? else { return Ok(()) };
        if let Some(function) = sys.getattr_opt("exitfunc")? {
            sys.delattr("exitfunc")?;
            function.call0()?;
        }
        Ok(())
    };
    if let Err(error) = run() {
        error.print(py);
    }
}

/// Flushes the standard streams; the first error counts.
#[inline]
pub(super) fn flush(py: Python<'_>) -> PyResult<()> {
    let Some(sys) = imported(py, "sys")? else { return Ok(()) };
    let flush = |name: &str| -> PyResult<()> {
        match sys.getattr_opt(name)? {
            Some(stream) if !stream.is_none() && !is_closed(&stream)? => {
                stream.call_method0("flush").map(drop)
            }
            _ => Ok(()),
        }
    };
    let results = ["stdout", "stderr"].map(flush);
    results.into_iter().collect()
}

/// A stream that a script has closed is none of ours.
#[inline]
fn is_closed(stream: &Bound<'_, PyAny>) -> PyResult<bool> {
    stream.getattr_opt("closed")?.map_or(Ok(false), |closed| closed.is_truthy())
}
