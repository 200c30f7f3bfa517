//! What every `extern "C"` entry point does: it keeps panics in, raises errors, and uses arguments in place where they
//! fit the signature as they are.

use super::{Arguments, Plain, Receiver, Reply, Signature};
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// The function of a row with protocol `P`, by pointer.
pub(crate) type Invoker<P> =
    for<'a, 'py> fn(Python<'py>, &'a Receiver<'py>, Arguments<'a, 'py>) -> Reply<'py, P>;

/// The function of a plain row, by pointer.
pub(crate) type Invoke = Invoker<Plain>;

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
    guard(py, move || body(py))
}

/// The same, where there is a token already: less for the compiler, where each row has a copy.
#[inline(always)]
pub(super) fn guard<'py>(
    py: Python<'py>,
    body: impl FnOnce() -> PyResult<Bound<'py, PyAny>>,
) -> *mut ffi::PyObject {
    let result = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(result) => result,
        Err(payload) => return raise_panic(py, payload),
    };
    match result {
        Ok(object) => object.into_ptr(),
        Err(error) => raise(py, error),
    }
}

/// The same for an entry point that returns something else than an object, and `failed` where an exception is set.
///
/// # Safety
/// The thread is attached.
#[inline(always)]
pub(crate) unsafe fn enter_with<R: Copy>(
    failed: R,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<R>,
) -> R {
    // SAFETY: said by the caller.
    let py = unsafe { Python::assume_attached() };
    match catch_unwind(AssertUnwindSafe(move || body(py))) {
        Ok(Ok(result)) => return result,
        Ok(Err(error)) => raise(py, error),
        Err(payload) => raise_panic(py, payload),
    };
    failed
}

/// Raises an error, and returns null. (`extern "C"`, so that the compiler knows that no panic leaves.)
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // only Rust calls it
extern "C" fn raise(py: Python<'_>, error: PyErr) -> *mut ffi::PyObject {
    // The user's code makes the arguments of an exception.
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| error.restore(py))) {
        panic::raise(py, payload);
    }
    null_mut()
}

/// Raises what a panic becomes, and returns null.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)]
extern "C" fn raise_panic(py: Python<'_>, payload: Box<dyn Any + Send>) -> *mut ffi::PyObject {
    panic::raise(py, payload);
    null_mut()
}

/// The receiver's place as what it is: an object or null.
///
/// # Safety
/// The object, if there is one, is alive for `'a`.
#[inline(always)]
pub(crate) unsafe fn receiver_ref<'a, 'py>(
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
#[allow(dead_code)] // where arguments come as a tuple there is no array
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

/// `count` places of objects, of which any may be null.
///
/// # Safety
/// There are as many at `first` (which may be null for none), not to be changed for `'a`.
#[inline(always)]
#[allow(dead_code)] // where arguments come as a tuple there is no array
pub(super) unsafe fn places<'a>(first: *const *mut ffi::PyObject, count: usize) -> &'a [*mut ffi::PyObject] {
    // SAFETY: said by the caller.
    if count == 0 { &[] } else { unsafe { std::slice::from_raw_parts(first, count) } }
}

/// Places of objects, of which the later ones may be null, as the slots of a call.
///
/// # Safety
/// The objects are alive for `'a`.
#[inline(always)]
pub(crate) unsafe fn lend<'a, 'py>(
    _: Python<'py>,
    places: &'a [*mut ffi::PyObject],
) -> &'a [Option<Bound<'py, PyAny>>] {
    let places: *const [*mut ffi::PyObject] = places;
    // SAFETY: an `Option<Bound>` is a pointer that may be null; the slice is shared, so that none is dropped.
    unsafe { &*(places as *const [Option<Bound<'py, PyAny>>]) }
}

/// Positional arguments that need no binding, used where they are.
#[inline(always)]
pub(super) fn in_place<'a, 'py>(
    py: Python<'py>,
    signature: &'static Signature,
    given: &'a [Bound<'py, PyAny>],
) -> Arguments<'a, 'py> {
    let (slots, rest) = given.split_at(signature.shape().slots_of(given.len()));
    let slots: *const [Bound<'py, PyAny>] = slots;
    // SAFETY: a `Bound` is a non-null pointer, and `None` of it is null: every `Bound` is a valid `Option`.
    let slots = unsafe { &*(slots as *const [Option<Bound<'py, PyAny>>]) };
    Arguments { py, signature, slots, rest, keywords: None }
}
