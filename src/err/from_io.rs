//! `std::io::Error` and `OSError`, both ways.

use super::PyErr;
use super::exceptions::*;
use crate::python::Python;
use std::io::{self, ErrorKind};

impl From<io::Error> for PyErr {
    /// `OSError` with the error number, for which Python chooses the subclass; without a number, the subclass that
    /// belongs to the kind. A `PyErr` inside comes out again.
    #[cold]
    #[inline]
    fn from(error: io::Error) -> PyErr {
        if let Some(code) = error.raw_os_error() {
            return from_code(code, &error);
        }
        match error.downcast::<PyErr>() {
            Ok(inner) => inner,
            Err(error) => from_kind(error.kind(), error.to_string()),
        }
    }
}

impl From<ErrorKind> for PyErr {
    #[cold]
    #[inline]
    fn from(kind: ErrorKind) -> PyErr {
        from_kind(kind, kind.to_string())
    }
}

impl<W> From<io::IntoInnerError<W>> for PyErr {
    #[cold]
    #[inline]
    fn from(error: io::IntoInnerError<W>) -> PyErr {
        error.into_error().into()
    }
}

#[inline]
fn from_code(code: i32, error: &io::Error) -> PyErr {
    let mut text = error.to_string();
    // Rust's text is the system's own with this behind it, and Python's rendering has the number in front.
    let end = format!(" (os error {code})");
    if text.ends_with(&end) {
        text.truncate(text.len() - end.len());
    }
    if cfg!(windows) {
        // OSError(errno, strerror, filename, winerror): the number is Windows' own and gives `errno`.
        PyErr::new::<PyOSError, _>((0, text, (), code))
    } else {
        PyErr::new::<PyOSError, _>((code, text))
    }
}

/// The kinds that have a subclass of `OSError` to them, and the error number that belongs to it on Windows.
macro_rules! kinds {
    ($( $Kind:ident => $Class:ident, $number:literal; )*) => {
        #[inline]
        fn from_kind(kind: ErrorKind, text: String) -> PyErr {
            match kind {
                $( ErrorKind::$Kind => PyErr::new::<$Class, _>((number_of_kind(kind, $number), text)), )*
                ErrorKind::OutOfMemory => PyErr::with_message::<PyMemoryError>(text),
                _ => PyErr::new::<PyOSError, _>(text),
            }
        }

        #[inline]
        fn kind_of(py: Python<'_>, error: &PyErr) -> ErrorKind {
            // By the number first: on 2.7 all these classes are `OSError`, and many kinds have no class anywhere.
            if let Some(code) = number_of(py, error) {
                return io::Error::from_raw_os_error(code).kind();
            }
            if cfg!(Py_3) {
                $( if error.is_instance_of::<$Class>(py) { return ErrorKind::$Kind; } )*
            }
            if error.is_instance_of::<PyEOFError>(py) {
                ErrorKind::UnexpectedEof
            } else if error.is_instance_of::<PyMemoryError>(py) {
                ErrorKind::OutOfMemory
            } else {
                ErrorKind::Other
            }
        }
    };
}

// Subclasses before their bases.
kinds! {
    BrokenPipe => PyBrokenPipeError, 32;
    ConnectionRefused => PyConnectionRefusedError, 107;
    ConnectionAborted => PyConnectionAbortedError, 106;
    ConnectionReset => PyConnectionResetError, 108;
    Interrupted => PyInterruptedError, 4;
    NotFound => PyFileNotFoundError, 2;
    PermissionDenied => PyPermissionError, 13;
    AlreadyExists => PyFileExistsError, 17;
    WouldBlock => PyBlockingIOError, 11;
    TimedOut => PyTimeoutError, 138;
    IsADirectory => PyIsADirectoryError, 21;
    NotADirectory => PyNotADirectoryError, 20;
}

/// The error number of a kind: `errno` of the C library, where the standard library knows which kind each number is. The
/// greatest, since EPERM comes before EACCES.
#[cold]
#[inline]
fn number_of_kind(kind: ErrorKind, on_windows: i32) -> i32 {
    let is_its = |number: &i32| io::Error::from_raw_os_error(*number).kind() == kind;
    if cfg!(windows) { on_windows } else { (1..256).rev().find(is_its).unwrap_or(0) }
}

#[inline]
fn number_of(py: Python<'_>, error: &PyErr) -> Option<i32> {
    if !error.is_instance_of::<PyOSError>(py) {
        return None;
    }
    let attribute = if cfg!(windows) { "winerror" } else { "errno" };
    error.value(py).getattr(attribute).ok()?.extract().ok()
}

impl From<PyErr> for io::Error {
    /// An error of the kind that belongs to the exception's error number or class; the exception is inside.
    #[inline]
    fn from(error: PyErr) -> io::Error {
        let kind = Python::try_attach(|py| kind_of(py, &error)).unwrap_or(ErrorKind::Other);
        io::Error::new(kind, error)
    }
}
