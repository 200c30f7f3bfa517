//! The entry points where the interpreter passes a tuple and a dict (`METH_VARARGS`): before 3.7, and in the limited API
//! before 3.10.

use super::bind::bind;
use super::entry::{Invoke, enter, in_place, receiver_ref};
use super::{Callable, Signature};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};
use std::ffi::c_int;

/// The entry point of row `C` and its flags.
pub(super) const fn method<C: Callable>() -> (ffi::PyCFunction, c_int) {
    let function: ffi::PyCFunctionWithKeywords = varargs_keywords::<C>;
    // SAFETY: a function pointer's type is erased here as C does it; the flags say which one it is.
    let function = unsafe { std::mem::transmute::<ffi::PyCFunctionWithKeywords, ffi::PyCFunction>(function) };
    (function, ffi::METH_VARARGS | ffi::METH_KEYWORDS)
}

/// `METH_VARARGS | METH_KEYWORDS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
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
pub(super) unsafe fn varargs_slow<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: said by the caller.
    let (receiver, arguments, keywords) = unsafe {
        (
            receiver_ref(py, &receiver),
            Bound::from_borrowed_ptr(py, arguments).downcast_into_unchecked::<PyTuple>(),
            Bound::from_borrowed_ptr_or_opt(py, keywords),
        )
    };
    let positional = &*arguments.items();
    let keywords = match keywords {
        // SAFETY: it is a dict.
        Some(keywords) => unsafe { keywords.downcast_into_unchecked::<PyDict>() },
        None => match in_place(py, signature, positional) {
            Some(bound) => return invoke(py, receiver, bound),
            None => return bind(py, signature, positional, &[], &[], |bound| invoke(py, receiver, bound)),
        },
    };
    let (names, values): (Vec<_>, Vec<_>) = keywords.iter().unzip();
    bind(py, signature, positional, &names, &values, |bound| invoke(py, receiver, bound))
}
