//! Why an interpreter did not start or end.

use crate::err::PyErr;
use crate::err::exceptions::PyRuntimeError;
use crate::python::Unavailable;
use std::fmt::{self, Display, Formatter};

/// Why an interpreter did not start, or what went wrong when it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterpreterError {
    kind: InterpreterErrorKind,
    message: String,
}

/// What sort of error an [`InterpreterError`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InterpreterErrorKind {
    /// An interpreter runs in the process already: one that was started before, or `Python::attach` has started it.
    AlreadyRunning,
    /// The process had an interpreter, which has been finalised. There is no second one.
    Finalized,
    /// An earlier start has failed. There is no second attempt.
    StartFailed,
    /// An option cannot be what it was set to: a home without a standard library, a virtualenv of another version, a
    /// NUL in a name. Nothing has been started: another attempt may be made.
    Option,
    /// Python itself has refused to start.
    Start,
    /// The interpreter was to be ended by a thread that is attached to it.
    Attached,
    /// This version of Python cannot do what was asked for.
    Unsupported,
    /// Threads of a sub-interpreter go on running: it cannot be ended.
    Threads,
    /// A sub-interpreter has not ended: neither does the main one. Nobody can attach to it any more, and its output is flushed.
    SubInterpreter,
    /// What was left in the buffer of `sys.stdout` or `sys.stderr` could not be written. The interpreter has ended.
    Flush,
}

impl InterpreterError {
    #[inline]
    pub(super) fn new(kind: InterpreterErrorKind, message: impl Into<String>) -> Self {
        InterpreterError { kind, message: message.into() }
    }

    #[inline]
    pub(super) fn option(message: impl Into<String>) -> Self {
        Self::new(InterpreterErrorKind::Option, message)
    }

    /// The sort of error.
    #[inline]
    pub fn kind(&self) -> InterpreterErrorKind {
        self.kind
    }
}

impl From<Unavailable> for InterpreterError {
    #[inline]
    fn from(reason: Unavailable) -> Self {
        let kind = match reason {
            Unavailable::Running => InterpreterErrorKind::AlreadyRunning,
            Unavailable::Failed => InterpreterErrorKind::StartFailed,
            Unavailable::Finalized => InterpreterErrorKind::Finalized,
        };
        Self::new(kind, reason.text())
    }
}

impl Display for InterpreterError {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for InterpreterError {}

/// A `RuntimeError`, so that `?` works in a function that returns a `PyResult`.
impl From<InterpreterError> for PyErr {
    #[inline]
    fn from(error: InterpreterError) -> PyErr {
        PyErr::with_message::<PyRuntimeError>(error.message)
    }
}
