//! Panics that cross Python.
//!
//! A panic in a Rust function that Python called becomes a [`PanicException`]; when that exception arrives in Rust
//! again, unhandled, it goes on as a panic with the same message. It derives from `BaseException`, so that
//! `except Exception` does not swallow a bug.

use super::PyErr;
use super::exceptions::PyBaseException;
use super::new_exception::is_new_exception;
use crate::python::Bound;
use std::any::Any;
use std::cell::RefCell;
use std::panic;
use std::sync::Once;

thread_local! {
    /// Where this thread has panicked last.
    static LOCATION: RefCell<Option<String>> = const { RefCell::new(None) };
}

crate::err::exceptions::new_exception! {
    /// The Python exception that a panic in Rust becomes. Derives from `BaseException`.
    pub PanicException = "pyrules_runtime", "PanicException", PyBaseException,
    "A Rust function has panicked: a bug in the extension module."
}

/// Has the place of every panic noted, besides whatever is done about panics already.
#[inline]
pub(crate) fn record_locations() {
    static HOOK: Once = Once::new();
    // The hook cannot be changed by a thread that panics; the next one does it.
    if std::thread::panicking() {
        return;
    }
    HOOK.call_once(|| {
        let next = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let location = info.location().map(ToString::to_string);
            // A thread that ends may have lost the place for it already.
            let _ = LOCATION.try_with(|place| place.replace(location));
            next(info);
        }));
    });
}

/// Where the panic that was just caught has happened, if it is known.
#[inline]
fn take_location() -> Option<String> {
    LOCATION.try_with(RefCell::take).ok().flatten()
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
#[inline]
pub(super) fn resume_if_panic(raised: &Bound<'_, PyBaseException>) {
    if is_new_exception::<PanicException>(raised) {
        let text = raised
            .str()
            .map_or_else(|_| "a panic from Python".to_owned(), |text| text.to_string_lossy().into_owned());
        // Where it came from was printed by the panic hook already.
        panic::resume_unwind(Box::new(text));
    }
}
