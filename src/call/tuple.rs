//! Binding of a call whose arguments come as a tuple and a dict: `tp_new`, `tp_init`, `tp_call`, and all functions before 3.7.

use super::bind::{Keywords, bind};
use super::entry::{Invoke, in_place};
use super::{Arguments, Receiver, Signature};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};

/// Binds, and hands the bound arguments to `call`.
///
/// # Safety
/// `arguments` is a tuple, `keywords` a dict or null, alive for the call.
pub(crate) unsafe fn bind_tuple<'py, R>(
    py: Python<'py>,
    signature: &'static Signature,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    call: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
) -> PyResult<R> {
    // SAFETY: said by the caller.
    let (arguments, keywords) = unsafe {
        (
            Bound::from_borrowed_ptr(py, arguments).downcast_into_unchecked::<PyTuple>(),
            Bound::from_borrowed_ptr_or_opt(py, keywords),
        )
    };
    let positional = arguments.as_slice();
    let keywords = match keywords {
        // SAFETY: it is a dict.
        Some(keywords) => unsafe { keywords.downcast_into_unchecked::<PyDict>() },
        None if signature.shape().fits(positional.len()) => return call(in_place(py, signature, positional)),
        None => return bind(py, signature, positional, Keywords::default(), call),
    };
    let (names, values): (Vec<Bound<'py, PyAny>>, Vec<_>) = keywords.iter().unzip();
    let keywords = Keywords { names: &names, values: &values, tuple: None };
    bind(py, signature, positional, keywords, call)
}

/// Binds, and calls a row that returns an object. Not generic: one copy serves all.
///
/// # Safety
/// As for [`bind_tuple`].
#[inline(never)]
pub(crate) unsafe fn call_with_tuple<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: &Receiver<'py>,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: said by the caller.
    unsafe { bind_tuple(py, signature, arguments, keywords, |bound| invoke(py, receiver, bound)) }
}
