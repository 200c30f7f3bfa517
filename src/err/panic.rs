//! Panics that cross Python.
//!
//! A panic in a Rust function that Python called becomes a [`PanicException`]; when that exception arrives in Rust
//! again, unhandled, it goes on as a panic with the same message. It derives from `BaseException`, so that
//! `except Exception` does not swallow a bug.

use super::PyErr;
use super::exceptions::PyBaseException;
use super::new_exception::is_new_exception;
use super::state::without_raised;
use crate::ffi;
use crate::python::{Bound, Python};
use crate::types::PyString;
use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;
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
        Err(payload) => {
            let text = match payload.downcast_ref::<&str>() {
                Some(text) => (*text).to_owned(),
                None => "a Rust function panicked with a value that is not text".to_owned(),
            };
            discard(payload);
            text
        }
    };
    let text = match take_location() {
        Some(location) => format!("{text} ({location})"),
        None => text,
    };
    PyErr::new::<PanicException, _>(text)
}

/// Drops a payload. One that panics when it is dropped has another payload, and that one is not dropped.
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(second);
    }
}

/// Sets the exception for a panic that was caught where C has called; does not panic itself.
#[cold]
pub(crate) fn raise(py: Python<'_>, payload: Box<dyn Any + Send>) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| from_payload(payload).restore(py))) {
        discard(second);
        // SAFETY: attached; the class is alive, the text ends in a null byte.
        unsafe { ffi::PyErr_SetString(ffi::PyExc_SystemError, c"a Rust function has panicked".as_ptr()) };
    }
}

/// Runs code of the user's where C can be told of no error: when an object is destroyed. A panic is written to
/// `sys.stderr` (`sys.unraisablehook`); an exception that is set in this thread stays so.
pub(crate) fn contain(py: Python<'_>, f: impl FnOnce()) {
    without_raised(py, || {
        if let Err(payload) = catch_unwind(AssertUnwindSafe(f)) {
            raise(py, payload);
            // SAFETY: there is no object.
            unsafe { write_unraisable(py, null_mut()) };
        }
    });
}

/// Writes the exception that is set, and that nobody can be told of, to `sys.stderr`.
///
/// # Safety
/// `object`, which says where it has happened, is alive or null.
#[inline]
pub(super) unsafe fn write_unraisable(_: Python<'_>, object: *mut ffi::PyObject) {
    // SAFETY: attached; said by the caller. 2.7 wants an object.
    unsafe {
        let object = if cfg!(Py_2) && object.is_null() { ffi::Py_None() } else { object };
        ffi::PyErr_WriteUnraisable(object);
    }
}

/// Goes on with the panic, when the exception is one.
#[inline]
pub(super) fn resume_if_panic(raised: &Bound<'_, PyBaseException>) {
    // A second panic in a thread that unwinds would end the process.
    if std::thread::panicking() || !is_new_exception::<PanicException>(raised) {
        return;
    }
    // Where it came from was printed by the panic hook already.
    panic::resume_unwind(Box::new(text_of(raised)));
}

/// The text of the exception. A subclass may raise one that is a panic again here: that one is not looked at.
fn text_of(raised: &Bound<'_, PyBaseException>) -> String {
    // SAFETY: attached; the object is alive; returns a new reference or null with an exception.
    let text = unsafe { Bound::from_owned_ptr_or_opt(raised.py(), ffi::PyObject_Str(raised.as_ptr())) };
    match text {
        Some(text) => match text.downcast::<PyString>() {
            Ok(text) => text.to_string_lossy().into_owned(),
            // On 2.7 it is bytes.
            Err(_) => text.extract().unwrap_or_else(|_| "a panic from Python".to_owned()),
        },
        None => {
            // SAFETY: attached.
            unsafe { ffi::PyErr_Clear() };
            "a panic from Python".to_owned()
        }
    }
}
