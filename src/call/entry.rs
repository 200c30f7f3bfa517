//! What every `extern "C"` entry point does: it keeps panics in, raises errors, and uses arguments in place where they
//! fit the signature as they are.

use super::{Arguments, Receiver, Signature};
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// The row's own function, by pointer.
pub(super) type Invoke =
    for<'a, 'py> fn(Python<'py>, &'a Receiver<'py>, Arguments<'a, 'py>) -> PyResult<Bound<'py, PyAny>>;

/// Runs `body` between Python and Rust: no panic leaves, and an error is raised.
///
/// # Safety
/// The thread is attached.
#[inline(always)]
pub(crate) unsafe fn enter(
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>>,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller.
    let py = unsafe { Python::assume_attached() };
    let run = || match body(py) {
        Ok(object) => object.into_ptr(),
        // In here as well, since the user's code makes the arguments of an exception.
        Err(error) => raise(py, error),
    };
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|payload| raise_panic(py, payload))
}

#[cold]
#[inline(never)]
fn raise(py: Python<'_>, error: PyErr) -> *mut ffi::PyObject {
    error.restore(py);
    null_mut()
}

#[cold]
#[inline(never)]
fn raise_panic(py: Python<'_>, payload: Box<dyn Any + Send>) -> *mut ffi::PyObject {
    panic::raise(py, payload);
    null_mut()
}

/// The receiver's place as what it is: an object or null.
///
/// # Safety
/// The object, if there is one, is alive for `'a`.
#[inline(always)]
pub(super) unsafe fn receiver_ref<'a, 'py>(
    _: Python<'py>,
    receiver: &'a *mut ffi::PyObject,
) -> &'a Receiver<'py> {
    // SAFETY: `Bound` is transparent over a non-null pointer, and `None` of it is null; it is only lent, never dropped.
    unsafe { &*std::ptr::from_ref(receiver).cast() }
}

/// `count` objects at `first`, lent.
///
/// # Safety
/// There are as many at `first` (which may be null for none), alive for `'a`.
#[inline(always)]
pub(super) unsafe fn objects<'a, 'py>(
    _: Python<'py>,
    first: *const *mut ffi::PyObject,
    count: usize,
) -> &'a [Bound<'py, PyAny>] {
    if count == 0 {
        return &[];
    }
    // SAFETY: `Bound` is transparent over a non-null pointer; the slice is shared, so that none is dropped.
    unsafe { std::slice::from_raw_parts(first.cast(), count) }
}

/// Positional arguments that need no binding: used where they are.
#[inline(always)]
pub(super) fn in_place<'a, 'py>(
    py: Python<'py>,
    signature: &'static Signature,
    given: &'a [Bound<'py, PyAny>],
) -> Option<Arguments<'a, 'py>> {
    let fits =
        given.len() >= signature.required && (given.len() <= signature.positional || signature.has_arguments);
    if !fits || signature.requires_keyword {
        return None;
    }
    let (slots, rest) = given.split_at(given.len().min(signature.positional));
    let slots: *const [Bound<'py, PyAny>] = slots;
    // SAFETY: a `Bound` is a non-null pointer, and `None` of it is null: every `Bound` is a valid `Option`.
    let slots = unsafe { &*(slots as *const [Option<Bound<'py, PyAny>>]) };
    Some(Arguments { py, signature, slots, rest, keywords: None })
}
