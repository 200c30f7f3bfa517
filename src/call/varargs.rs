//! The entry points where the interpreter passes a tuple and a dict (`METH_VARARGS`): before 3.7, and in the limited API
//! before 3.10.

use super::entry::{enter, receiver_ref};
use super::tuple::call_with_tuple;
use super::{Callable, Plain};
use crate::ffi;
use std::ffi::c_int;

/// The entry point of row `C` and its flags.
pub(super) const fn method<C: Callable<Protocol = Plain>>() -> (ffi::PyCFunction, c_int) {
    let function: ffi::PyCFunctionWithKeywords = varargs_keywords::<C>;
    // SAFETY: a function pointer's type is erased here as C does it; the flags say which one it is.
    let function = unsafe { std::mem::transmute::<ffi::PyCFunctionWithKeywords, ffi::PyCFunction>(function) };
    (function, ffi::METH_VARARGS | ffi::METH_KEYWORDS)
}

/// `METH_VARARGS | METH_KEYWORDS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
pub(super) unsafe extern "C" fn varargs_keywords<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, with a tuple and a dict or null, alive for the call.
    unsafe {
        enter(|py| {
            call_with_tuple(py, &C::SIGNATURE, receiver_ref(py, &receiver), arguments, keywords, C::invoke)
        })
    }
}
