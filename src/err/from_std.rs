//! The errors of the standard library as Python exceptions, of the class that Python's own functions raise.

use super::PyErr;
use super::exceptions::*;
use std::error::Error;

/// One class for each error, and the error's own text.
macro_rules! by_text {
    ($( $Class:ident: $( $Error:ty $(where $T:ident)? ),+ ; )*) => { $( $(
        impl$(<$T>)? From<$Error> for PyErr {
            #[cold]
            #[inline]
            fn from(error: $Error) -> PyErr {
                PyErr::with_message::<$Class>(error.to_string())
            }
        }
    )+ )* };
}

by_text! {
    PyValueError:
        std::num::ParseIntError,
        std::num::ParseFloatError,
        std::str::ParseBoolError,
        std::char::ParseCharError,
        std::char::CharTryFromError,
        std::char::TryFromCharError,
        std::array::TryFromSliceError,
        std::net::AddrParseError,
        std::time::TryFromFloatSecsError,
        std::time::SystemTimeError,
        std::path::StripPrefixError,
        std::env::JoinPathsError,
        std::ffi::FromBytesWithNulError,
        std::ffi::FromBytesUntilNulError,
        std::ffi::FromVecWithNulError;
    PyOverflowError: std::num::TryFromIntError;
    PyMemoryError: std::alloc::LayoutError, std::collections::TryReserveError;
    PyRuntimeError:
        std::fmt::Error,
        std::cell::BorrowError,
        std::cell::BorrowMutError,
        std::thread::AccessError,
        std::sync::mpsc::RecvError,
        std::sync::mpsc::TryRecvError,
        std::sync::mpsc::SendError<T> where T,
        std::sync::mpsc::TrySendError<T> where T,
        std::sync::PoisonError<T> where T,
        std::sync::TryLockError<T> where T;
}

impl From<std::convert::Infallible> for PyErr {
    #[inline]
    fn from(error: std::convert::Infallible) -> PyErr {
        match error {}
    }
}

impl From<std::sync::mpsc::RecvTimeoutError> for PyErr {
    #[cold]
    #[inline]
    fn from(error: std::sync::mpsc::RecvTimeoutError) -> PyErr {
        use std::sync::mpsc::RecvTimeoutError::{Disconnected, Timeout};
        match error {
            Timeout => PyErr::with_message::<PyTimeoutError>(error.to_string()),
            Disconnected => PyErr::with_message::<PyRuntimeError>(error.to_string()),
        }
    }
}

/// `embedded null byte`, as Python's functions that take a C string say.
impl From<std::ffi::NulError> for PyErr {
    #[cold]
    #[inline]
    fn from(_: std::ffi::NulError) -> PyErr {
        PyErr::with_message::<PyValueError>("embedded null byte")
    }
}

/// An environment variable that is not there is a `KeyError`, as in `os.environ`.
impl From<std::env::VarError> for PyErr {
    #[cold]
    #[inline]
    fn from(error: std::env::VarError) -> PyErr {
        match error {
            std::env::VarError::NotPresent => PyErr::with_message::<PyKeyError>(error.to_string()),
            std::env::VarError::NotUnicode(text) => text.into(),
        }
    }
}

/// A panic of a thread that was joined is a [`PanicException`](super::panic::PanicException) with its message.
impl From<Box<dyn std::any::Any + Send>> for PyErr {
    #[cold]
    #[inline]
    fn from(payload: Box<dyn std::any::Any + Send>) -> PyErr {
        super::panic::from_payload(payload)
    }
}

/// A `PyErr` or an error with a class of its own comes out as that; any other is a `RuntimeError` with its text and
/// that of its sources.
impl From<Box<dyn Error + Send + Sync>> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Box<dyn Error + Send + Sync>) -> PyErr {
        let error: Box<dyn Error> = error;
        error.into()
    }
}

/// A `PyErr` or an error with a class of its own comes out as that; any other is a `RuntimeError` with its text and
/// that of its sources.
impl From<Box<dyn Error>> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Box<dyn Error>) -> PyErr {
        let mut error = error;
        macro_rules! one_of {
            ($($Error:ty),*) => { $(
                error = match error.downcast::<$Error>() {
                    Ok(error) => return PyErr::from(*error),
                    Err(error) => error,
                };
            )* };
        }
        one_of!(
            PyErr,
            std::io::Error,
            std::num::ParseIntError,
            std::num::ParseFloatError,
            std::num::TryFromIntError,
            std::str::ParseBoolError,
            std::str::Utf8Error,
            std::string::FromUtf8Error,
            std::ffi::NulError,
            std::net::AddrParseError,
            std::env::VarError
        );
        let mut text = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            text.push_str(": ");
            text.push_str(&error.to_string());
            source = error.source();
        }
        PyErr::with_message::<PyRuntimeError>(text)
    }
}
