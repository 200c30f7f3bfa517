//! What every `extern "C"` entry point does: it keeps panics in, raises errors, and uses arguments in place where they
//! fit the signature as they are.

use super::{Arguments, Plain, Receiver, Reply, Signature};
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use std::any::Any;
use std::panic::{AssertUnwindSafe, UnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// The function of a row with protocol `P`, by pointer.
pub(crate) type Invoker<P> =
    for<'a, 'py> fn(Python<'py>, &'a Receiver<'py>, Arguments<'a, 'py>) -> Reply<'py, P>;

/// The function of a plain row, by pointer.
pub(crate) type Invoke = Invoker<Plain>;

/// Runs an expression between Python and Rust: no panic leaves, and an error is raised. The value is `$failed` then.
///
/// A macro rather than a function, which the compiler would have to inline into each row's entry point. What the expression uses
/// has to be raw pointers and numbers, which are moved into a closure.
macro_rules! guard {
    ($failed:expr, |$py:ident| $body:expr, |$result:ident| $value:expr) => {
        match ::std::panic::catch_unwind(move || {
            let $py = $crate::python::Python::assume_attached();
            match $body {
                Ok($result) => $value,
                Err(error) => {
                    $crate::call::entry::raise($py, error);
                    $failed
                }
            }
        }) {
            Ok(result) => result,
            Err(payload) => {
                $crate::call::entry::raise_panic(payload);
                $failed
            }
        }
    };
}

pub(crate) use guard;

/// Runs `body` between Python and Rust: no panic leaves, and an error is raised.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn enter(
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>>,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller.
    unsafe { enter_with(null_mut(), |py| body(py).map(Bound::into_ptr)) }
}

/// The same for an entry point that returns something else than an object, and `failed` where an exception is set.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn enter_with<R: Copy + UnwindSafe>(
    failed: R,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<R>,
) -> R {
    let body = AssertUnwindSafe(body);
    // SAFETY: said by the caller.
    unsafe {
        guard!(
            failed,
            |py| {
                let body = body;
                body.0(py)
            },
            |result| result
        )
    }
}

/// Raises an error. (`extern "C"`, so that the compiler knows that no panic leaves.)
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // only Rust calls it
pub(crate) extern "C" fn raise(py: Python<'_>, error: PyErr) {
    // The user's code makes the arguments of an exception.
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| error.restore(py))) {
        panic::raise(py, payload);
    }
}

/// Raises what a panic becomes.
///
/// # Safety
/// The thread is attached.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)]
pub(crate) unsafe extern "C" fn raise_panic(payload: Box<dyn Any + Send>) {
    // SAFETY: said by the caller.
    panic::raise(unsafe { Python::assume_attached() }, payload);
}

/// The receiver's place as what it is: an object or null.
///
/// # Safety
/// The object, if there is one, is alive for `'a`.
#[inline]
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
#[inline]
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
#[inline]
#[allow(dead_code)] // where arguments come as a tuple there is no array
pub(super) unsafe fn places<'a>(first: *const *mut ffi::PyObject, count: usize) -> &'a [*mut ffi::PyObject] {
    // SAFETY: said by the caller.
    if count == 0 { &[] } else { unsafe { std::slice::from_raw_parts(first, count) } }
}

/// Places of objects, of which the later ones may be null, as the slots of a call.
///
/// # Safety
/// The objects are alive for `'a`.
#[inline]
pub(crate) unsafe fn lend<'a, 'py>(
    _: Python<'py>,
    places: &'a [*mut ffi::PyObject],
) -> &'a [Option<Bound<'py, PyAny>>] {
    let places: *const [*mut ffi::PyObject] = places;
    // SAFETY: an `Option<Bound>` is a pointer that may be null; the slice is shared, so that none is dropped.
    unsafe { &*(places as *const [Option<Bound<'py, PyAny>>]) }
}

/// Positional arguments that need no binding, used where they are.
#[inline]
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
