//! The entry points where the interpreter passes arguments as a C array (`METH_FASTCALL`): from 3.7 on.

use super::bind::{Keywords, bind};
use super::entry::{Invoke, enter, fits, in_place, lend, objects, places, receiver_ref};
use super::known_names::bind_known;
use super::{Arguments, Callable, Plain, Receiver, Signature};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};
use std::borrow::Cow;
use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr::null_mut;

/// The entry point of row `C` and its flags. `METH_KEYWORDS` only where something can be given by keyword: without it
/// the call is a little cheaper, and the interpreter itself refuses keywords.
pub(super) const fn method<C: Callable<Protocol = Plain>>() -> (ffi::PyCFunction, c_int) {
    if const { C::SIGNATURE.takes_keywords() } {
        let function: ffi::PyCFunctionFastWithKeywords = fastcall_keywords::<C>;
        // SAFETY: a function pointer's type is erased here as C does it; the flags say which one it is.
        (
            unsafe { std::mem::transmute::<ffi::PyCFunctionFastWithKeywords, ffi::PyCFunction>(function) },
            KEYWORDS,
        )
    } else {
        let function: ffi::PyCFunctionFast = fastcall::<C>;
        // SAFETY: as above.
        (
            unsafe { std::mem::transmute::<ffi::PyCFunctionFast, ffi::PyCFunction>(function) },
            ffi::METH_FASTCALL,
        )
    }
}

const KEYWORDS: c_int = ffi::METH_FASTCALL | ffi::METH_KEYWORDS;

/// `METH_FASTCALL | METH_KEYWORDS` for row `C`.
///
/// # Safety
/// Called by the interpreter, by that convention.
pub(crate) unsafe extern "C" fn fastcall_keywords<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    let count = count as usize;
    let mut room = const { MaybeUninit::uninit() };
    // SAFETY: said by the caller.
    unsafe {
        let (first, slots, rest) = if names.is_null() && fits(&C::SIGNATURE, count) {
            let slots = count.min(C::SIGNATURE.positional);
            (arguments, slots, count - slots)
        } else if !names.is_null() && bind_known(&C::SIGNATURE, arguments, count, names, &mut room) {
            (room.as_ptr().cast(), C::SIGNATURE.slots, 0)
        } else {
            return bind_and_run(receiver, arguments, count, names, &C::SIGNATURE, C::invoke);
        };
        run::<C>(receiver, first, slots, rest)
    }
}

/// `METH_FASTCALL` for row `C`: nothing can be given by keyword.
///
/// # Safety
/// Called by the interpreter, by that convention.
pub(super) unsafe extern "C" fn fastcall<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller.
    unsafe {
        let count = count as usize;
        if fits(&C::SIGNATURE, count) {
            let slots = count.min(C::SIGNATURE.positional);
            return run::<C>(receiver, arguments, slots, count - slots);
        }
        bind_and_run(receiver, arguments, count, null_mut(), &C::SIGNATURE, C::invoke)
    }
}

/// The call with arguments that are bound: `slots` of them for the parameters, which may be null, and `rest` for `*name`.
///
/// # Safety
/// Called by an entry point, with what the interpreter has given to that.
#[inline(always)]
unsafe fn run<C: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    first: *const *mut ffi::PyObject,
    slots: usize,
    rest: usize,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps receiver and arguments alive for the call.
    unsafe {
        enter(|py| {
            let rest = objects(py, first.wrapping_add(slots), rest);
            let slots = lend(py, places(first, slots));
            let bound = Arguments { rest, ..Arguments::of(py, &C::SIGNATURE, slots) };
            C::invoke(py, receiver_ref(py, &receiver), bound)
        })
    }
}

/// Any other call. One copy for all rows, which differ in what is called in the end.
///
/// # Safety
/// As for [`run`]; `names` is the tuple of the keywords, or null, and their values come after the `count` arguments.
#[cold]
#[inline(never)]
unsafe fn bind_and_run(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    signature: &'static Signature,
    invoke: Invoke,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps receiver, arguments and names alive for the call.
    unsafe {
        enter(|py| {
            let receiver = receiver_ref(py, &receiver);
            if !names.is_null() && signature.collects_all_keywords() && fits(signature, count) {
                let keywords = collect_keywords(py, arguments.add(count), names)?;
                let given = in_place(py, signature, objects(py, arguments, count));
                return invoke(py, receiver, Arguments { keywords: Some(&keywords), ..given });
            }
            fastcall_slow(py, signature, receiver, arguments, count, names, invoke)
        })
    }
}

/// The dict of `**name`.
///
/// # Safety
/// `names` is a tuple, and there are as many `values`.
unsafe fn collect_keywords<'py>(
    py: Python<'py>,
    values: *const *mut ffi::PyObject,
    names: *mut ffi::PyObject,
) -> PyResult<Bound<'py, PyDict>> {
    let keywords = PyDict::new(py);
    // SAFETY: said by the caller; all are alive.
    unsafe {
        for index in 0..ffi::PyTuple_Size(names) {
            let (name, value) = (ffi::PyTuple_GetItem(names, index), *values.offset(index));
            error_on_minus_one(py, ffi::PyDict_SetItem(keywords.as_ptr(), name, value))?;
        }
    }
    Ok(keywords)
}

/// # Safety
/// `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has.
#[inline(never)]
pub(super) unsafe fn fastcall_slow<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: &Receiver<'py>,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a tuple or null, alive for the call.
    let tuple = unsafe { Bound::from_borrowed_ptr_or_opt(py, names) };
    // SAFETY: as above.
    let tuple = tuple.map(|names| unsafe { names.downcast_into_unchecked::<PyTuple>() });
    let names = tuple.as_ref().map_or(Cow::Borrowed(&[][..]), |names| names.items());
    // SAFETY: said by the caller.
    let (positional, values) = unsafe { objects(py, arguments, count + names.len()) }.split_at(count);
    let keywords = Keywords { names: &names, values, tuple: tuple.as_ref() };
    bind(py, signature, positional, keywords, |bound| invoke(py, receiver, bound))
}
