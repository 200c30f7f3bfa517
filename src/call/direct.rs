//! The entry points of what takes nothing or exactly one object: the interpreter has a shorter way for these.

use super::entry::{guard, lend, receiver_ref};
use super::{Arguments, Callable, Plain, Signature, convention};
use crate::ffi;
use std::ffi::c_int;
use std::ptr::null_mut;

/// The entry point of row `C`, as a method, and its flags.
pub(super) const fn method<C: Callable<Protocol = Plain>>() -> (ffi::PyCFunction, c_int) {
    if const { C::SIGNATURE.is_empty() } { (nothing::<C>, ffi::METH_NOARGS) } else { function::<C>() }
}

/// The entry point of row `C`, as a function, and its flags: without arguments `METH_FASTCALL` is the shorter way.
pub(super) const fn function<C: Callable<Protocol = Plain>>() -> (ffi::PyCFunction, c_int) {
    if const { takes_one(&C::SIGNATURE) } { (one::<C>, ffi::METH_O) } else { convention::method::<C>() }
}

/// Whether there is one parameter, which is positional-only and has no default.
const fn takes_one(signature: &Signature) -> bool {
    signature.slots == 1
        && signature.positional_only == 1
        && signature.required == 1
        && !signature.has_arguments
        && !signature.has_keywords
}

/// `METH_NOARGS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
#[inline]
unsafe extern "C" fn nothing<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
    unsafe {
        guard!(
            null_mut(),
            |py| C::invoke(py, receiver_ref(py, &receiver), Arguments::of(py, &C::SIGNATURE, &[])),
            |object| object.into_ptr()
        )
    }
}

/// `METH_O` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
unsafe extern "C" fn one<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    argument: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps receiver and argument alive for the call.
    unsafe {
        guard!(
            null_mut(),
            |py| {
                let given = [argument];
                let bound = Arguments::of(py, &C::SIGNATURE, lend(py, &given));
                C::invoke(py, receiver_ref(py, &receiver), bound)
            },
            |object| object.into_ptr()
        )
    }
}
