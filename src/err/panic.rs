//! Panics that cross Python.
//!
//! A panic in a Rust function that Python called becomes a [`PanicException`]; when that exception arrives in Rust
//! again, unhandled, it goes on as a panic with the same message. It derives from `BaseException`, so that
//! `except Exception` does not swallow a bug.

use super::PyErr;
use super::exceptions::PyBaseException;
use crate::python::{Bound, Python};
use std::any::Any;
use std::cell::RefCell;
use std::panic::Location;

crate::err::exceptions::new_exception! {
    /// The Python exception that a panic in Rust becomes. Derives from `BaseException`.
    PanicException = "pyrules_runtime", "PanicException", PyBaseException,
    "A Rust function has panicked: a bug in the extension module."
}

/// The payload of a panic as an exception.
#[cold]
pub(crate) fn from_payload(payload: Box<dyn Any + Send>) -> PyErr {
    let text = match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => match payload.downcast_ref::<&str>() {
            Some(text) => (*text).to_owned(),
            None => "a Rust function panicked with a value that is not text".to_owned(),
        },
    };
    let text = match take_location() {
        Some(location) => format!("{text} ({location})"),
        None => text,
    };
    PyErr::new::<PanicException, _>(text)
}

/// Goes on with the panic, when the exception is one.
pub(super) fn resume_if_panic(raised: &Bound<'_, PyBaseException>) {
    if !PanicException::was_made() {
        return;
    }
    if raised.downcast::<PanicException>().is_ok() {
        let text = raised.str().map_or_else(|_| "a panic from Python".to_owned(), |text| text.to_string_lossy().into_owned());
        // Where it came from was printed by the panic hook already.
        std::panic::resume_unwind(Box::new(text));
    }
}
