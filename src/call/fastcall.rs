//! The entry points where the interpreter passes arguments as a C array (`METH_FASTCALL`): from 3.7 on.

use super::bind::{Keywords, bind, bind_slots};
use super::entry::{Invoke, enter, enter_with, guard, in_place, lend, objects, places, receiver_ref};
use super::known_names::{bind_alike, bind_known};
use super::signature::{Room, SLOTS};
use super::{Arguments, Callable, Plain, Signature};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};
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

/// The call with arguments that are bound: `slots` of them at `first` for the parameters, of which the optional ones may be null.
/// What there is for `*name` are the last ones of the `count` at `arguments`. To be called by an entry point, with what the
/// interpreter has given to that.
macro_rules! run {
    ($C:ty, $receiver:ident, $first:ident, $slots:ident, $arguments:ident, $count:ident) => {
        guard!(
            null_mut(),
            |py| {
                let mut bound = Arguments::of(py, &<$C>::SIGNATURE, lend(py, places($first, $slots)));
                if const { <$C>::SIGNATURE.has_arguments } {
                    let used = const { <$C>::SIGNATURE.shape() }.slots_of($count);
                    bound.rest = objects(py, $arguments.add(used), $count - used);
                }
                <$C>::invoke(py, receiver_ref(py, &$receiver), bound)
            },
            |object| object.into_ptr()
        )
    };
}

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
        let shape = const { C::SIGNATURE.shape() };
        let (first, slots) = if names.is_null() && shape.fits(count) {
            (arguments, shape.slots_of(count))
        } else if const { !C::SIGNATURE.binds_in_room() } {
            return bind_and_run(receiver, arguments, count, names, &C::SIGNATURE, C::invoke);
        } else if bind_in_room(&C::SIGNATURE, arguments, count, names, &mut room) {
            (room.as_ptr().cast(), const { C::SIGNATURE.slots })
        } else {
            return null_mut();
        };
        run!(C, receiver, first, slots, arguments, count)
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
        let shape = const { C::SIGNATURE.shape() };
        if !shape.fits(count) {
            return refuse(&C::SIGNATURE, arguments, count);
        }
        let slots = shape.slots_of(count);
        run!(C, receiver, arguments, slots, arguments, count)
    }
}

/// Binds the arguments of a call into `room`: each parameter's, or null where there is none. `false` where they do not fit,
/// with an exception set. One copy for all rows.
///
/// # Safety
/// Attached; `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has; the signature is
/// one that binds in a room.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // only Rust calls it; "C", so that the compiler knows that no panic leaves
unsafe extern "C" fn bind_in_room(
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    room: &mut MaybeUninit<Room>,
) -> bool {
    // SAFETY: said by the caller. What is not known is apart, so that what is known needs no stack.
    unsafe {
        (!names.is_null() && bind_known(signature, arguments, count, names, room))
            || bind_unknown(signature, arguments, count, names, room)
    }
}

/// The same for names that are not remembered.
///
/// # Safety
/// As for [`bind_in_room`].
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // as above
unsafe extern "C" fn bind_unknown(
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    room: &mut MaybeUninit<Room>,
) -> bool {
    // SAFETY: said by the caller; the names are a tuple.
    unsafe {
        enter_with(false, |py| {
            if let Some(names) = Bound::from_borrowed_ptr_or_opt(py, names) {
                if bind_alike(signature, arguments, count, &names.downcast_into_unchecked(), room) {
                    return Ok(true);
                }
            }
            let slots = &mut room.write([null_mut(); SLOTS])[..signature.slots];
            with_keywords(py, arguments, count, names, |positional, keywords| {
                bind_slots(py, signature, slots, positional, keywords)
            })?;
            Ok(true)
        })
    }
}

/// Raises what is wrong with a call whose number of arguments does not fit.
///
/// # Safety
/// As for [`bind_in_room`].
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // only Rust calls it
unsafe extern "C" fn refuse(
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    count: usize,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller.
    unsafe {
        enter(|py| {
            let positional = objects(py, arguments, count);
            bind(py, signature, positional, Keywords::default(), |_| unreachable!("it does not fit"))
        })
    }
}

/// Any other call of a row with `**name`, or with many parameters. One copy for all rows, which differ in what is called in the end.
///
/// # Safety
/// Called by an entry point, with what the interpreter has given to that; `names` is the tuple of the keywords, or null, and their values come after the `count` arguments.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions)] // only Rust calls it
unsafe extern "C" fn bind_and_run(
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
            if !names.is_null() && signature.collects_all_keywords() && signature.shape().fits(count) {
                let keywords = collect_keywords(py, arguments.add(count), names)?;
                let given = in_place(py, signature, objects(py, arguments, count));
                return invoke(py, receiver, Arguments { keywords: Some(&keywords), ..given });
            }
            with_keywords(py, arguments, count, names, |positional, keywords| {
                bind(py, signature, positional, keywords, |bound| invoke(py, receiver, bound))
            })
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

/// The arguments by position and those by keyword.
///
/// # Safety
/// `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has.
unsafe fn with_keywords<'py, R>(
    py: Python<'py>,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    then: impl FnOnce(&[Bound<'py, PyAny>], Keywords<'_, 'py>) -> R,
) -> R {
    // SAFETY: a tuple or null, alive for the call.
    let tuple = unsafe { Bound::from_borrowed_ptr_or_opt(py, names) };
    // SAFETY: as above.
    let tuple = tuple.map(|names| unsafe { names.downcast_into_unchecked::<PyTuple>() });
    let names = tuple.as_ref().map_or(&[][..], |names| names.as_slice());
    // SAFETY: said by the caller.
    let (positional, values) = unsafe { objects(py, arguments, count + names.len()) }.split_at(count);
    then(positional, Keywords { names, values, tuple: tuple.as_ref() })
}
