//! The `extern "C"` functions that the interpreter calls, one for each of its calling conventions.
//!
//! Generic over the row, and small: what does not depend on it is in [`super::bind`] and in the cold functions below.

use super::{Arguments, Callable, Signature, bind::bind};
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// The row's own function, by pointer.
pub(super) type Invoke =
    for<'a, 'py> fn(Python<'py>, &'a Bound<'py, PyAny>, Arguments<'a, 'py>) -> PyResult<Bound<'py, PyAny>>;

/// Runs `body` between Python and Rust: no panic leaves, and an error is raised.
///
/// # Safety
/// The thread is attached.
#[inline(always)]
pub unsafe fn enter(
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>>,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller.
    let py = unsafe { Python::assume_attached() };
    match catch_unwind(AssertUnwindSafe(|| body(py))) {
        Ok(Ok(object)) => object.into_ptr(),
        Ok(Err(error)) => raise(py, error),
        Err(payload) => raise_panic(py, payload),
    }
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
    raise(py, panic::from_payload(payload))
}

/// `count` objects at `first`, lent.
///
/// # Safety
/// There are as many at `first` (which may be null for none), alive for `'a`.
#[inline(always)]
unsafe fn objects<'a, 'py>(
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
fn in_place<'a, 'py>(
    py: Python<'py>,
    signature: &'static Signature,
    given: &'a [Bound<'py, PyAny>],
) -> Option<Arguments<'a, 'py>> {
    let fits = given.len() >= signature.required && (given.len() <= signature.positional || signature.has_arguments);
    if !fits || signature.requires_keyword {
        return None;
    }
    let (slots, rest) = given.split_at(given.len().min(signature.positional));
    let slots: *const [Bound<'py, PyAny>] = slots;
    // SAFETY: a `Bound` is a non-null pointer, and `None` of it is null: every `Bound` is a valid `Option`.
    let slots = unsafe { &*(slots as *const [Option<Bound<'py, PyAny>>]) };
    Some(Arguments { py, signature, slots, rest, keywords: None })
}

/// `METH_FASTCALL | METH_KEYWORDS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
#[cfg(Py_3_7)]
pub(super) unsafe extern "C" fn fastcall_keywords<C: Callable>(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps receiver, arguments and names alive for the call.
    unsafe {
        enter(|py| {
            let receiver = Bound::from_ptr_ref(py, &receiver);
            if names.is_null() {
                if let Some(bound) = in_place(py, &C::SIGNATURE, objects(py, arguments, count as usize)) {
                    return C::invoke(py, receiver, bound);
                }
            }
            fastcall_slow(py, &C::SIGNATURE, receiver, arguments, count as usize, names, C::invoke)
        })
    }
}

/// `METH_FASTCALL` for row `C`: nothing can be given by keyword.
///
/// # Safety
/// Called by the interpreter, by that convention.
#[cfg(Py_3_7)]
pub(super) unsafe extern "C" fn fastcall<C: Callable>(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
) -> *mut ffi::PyObject {
    // SAFETY: as for `fastcall_keywords`.
    unsafe {
        enter(|py| {
            let receiver = Bound::from_ptr_ref(py, &receiver);
            match in_place(py, &C::SIGNATURE, objects(py, arguments, count as usize)) {
                Some(bound) => C::invoke(py, receiver, bound),
                None => {
                    fastcall_slow(py, &C::SIGNATURE, receiver, arguments, count as usize, null_mut(), C::invoke)
                }
            }
        })
    }
}

/// # Safety
/// `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has.
#[cfg(Py_3_7)]
#[inline(never)]
pub(super) unsafe fn fastcall_slow<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: &Bound<'py, PyAny>,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the tuple is alive for the call.
    let names = unsafe { Bound::from_borrowed_ptr_or_opt(py, names) };
    // SAFETY: `names` is a tuple, if there is one.
    let names = names.map(|names| unsafe { names.downcast_into_unchecked::<PyTuple>() });
    let names = names.as_ref().map_or(&[][..], |names| names.as_slice());
    // SAFETY: said by the caller.
    let (positional, values) = unsafe { objects(py, arguments, count + names.len()) }.split_at(count);
    bind(py, signature, positional, names, values, |bound| invoke(py, receiver, bound))
}

/// `METH_VARARGS | METH_KEYWORDS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
#[cfg(not(Py_3_7))]
pub(super) unsafe extern "C" fn varargs_keywords<C: Callable>(
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, with a tuple and a dict or null, alive for the call.
    unsafe { enter(|py| varargs_slow(py, &C::SIGNATURE, receiver, arguments, keywords, C::invoke)) }
}

/// # Safety
/// `arguments` is a tuple, `keywords` a dict or null, alive for the call.
#[cfg(not(Py_3_7))]
pub(super) unsafe fn varargs_slow<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // On 2.7 a function that belongs to no module has a null receiver: there `None` stands for it.
    // SAFETY: said by the caller.
    let (receiver, arguments, keywords) = unsafe {
        (
            Bound::from_borrowed_ptr_or_opt(py, receiver).unwrap_or_else(|| Bound::from_borrowed_ptr(py, ffi::Py_None())),
            Bound::from_borrowed_ptr(py, arguments).downcast_into_unchecked::<PyTuple>(),
            Bound::from_borrowed_ptr_or_opt(py, keywords),
        )
    };
    let positional = arguments.as_slice();
    let keywords = match keywords {
        // SAFETY: it is a dict.
        Some(keywords) => unsafe { keywords.downcast_into_unchecked::<PyDict>() },
        None => match in_place(py, signature, positional) {
            Some(bound) => return invoke(py, &receiver, bound),
            None => return bind(py, signature, positional, &[], &[], |bound| invoke(py, &receiver, bound)),
        },
    };
    let (names, values): (Vec<_>, Vec<_>) = keywords.iter().unzip();
    bind(py, signature, positional, &names, &values, |bound| invoke(py, &receiver, bound))
}
