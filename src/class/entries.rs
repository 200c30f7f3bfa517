//! The C functions that fill a slot for one row.

use super::definition::PyClass;
use super::member::Member;
use super::protocol::*;
use super::special::{Id, special};
use crate::call::{
    Arguments, Callable, FunctionDef, Plain, call_with_tuple, enter, enter_with, lend, receiver_ref,
};
use crate::err::{PyErr, panic};
use crate::ffi;
use crate::python::{Bound, Python};
use std::ffi::{c_int, c_void};
use std::ptr::null_mut;

/// How a row of class `T` with this protocol enters the table.
pub trait Entry<T, R> {
    #[doc(hidden)]
    const MEMBER: Member;
}

const fn one(slot: c_int, function: *const c_void) -> Member {
    Member::Slots([Some((slot, function)), None])
}

const fn number<R: Callable>() -> u8 {
    special(R::SIGNATURE.name())
}

/// The slot of a special method that has one of its own.
const fn slot<R: Callable>() -> c_int {
    const SLOTS: &[(Id, c_int)] = &[
        (Id::Repr, ffi::Py_tp_repr),
        (Id::Str, ffi::Py_tp_str),
        (Id::Iter, ffi::Py_tp_iter),
        (Id::Await, ffi::Py_am_await),
        (Id::Aiter, ffi::Py_am_aiter),
        (Id::Anext, ffi::Py_am_anext),
        (Id::Neg, ffi::Py_nb_negative),
        (Id::Pos, ffi::Py_nb_positive),
        (Id::Abs, ffi::Py_nb_absolute),
        (Id::Invert, ffi::Py_nb_invert),
        (Id::Int, ffi::Py_nb_int),
        (Id::Float, ffi::Py_nb_float),
        (Id::Index, ffi::Py_nb_index),
        (Id::Iadd, ffi::Py_nb_inplace_add),
        (Id::Isub, ffi::Py_nb_inplace_subtract),
        (Id::Imul, ffi::Py_nb_inplace_multiply),
        (Id::Imatmul, ffi::Py_nb_inplace_matrix_multiply),
        (Id::Itruediv, ffi::Py_nb_inplace_true_divide),
        (Id::Ifloordiv, ffi::Py_nb_inplace_floor_divide),
        (Id::Imod, ffi::Py_nb_inplace_remainder),
        (Id::Ilshift, ffi::Py_nb_inplace_lshift),
        (Id::Irshift, ffi::Py_nb_inplace_rshift),
        (Id::Iand, ffi::Py_nb_inplace_and),
        (Id::Ixor, ffi::Py_nb_inplace_xor),
        (Id::Ior, ffi::Py_nb_inplace_or),
    ];
    let mut index = 0;
    while index < SLOTS.len() {
        if SLOTS[index].0 as u8 == number::<R>() {
            return SLOTS[index].1;
        }
        index += 1;
    }
    panic!("a special method without a slot")
}

impl<T: PyClass, R: Callable<Protocol = Plain>> Entry<T, R> for Plain {
    const MEMBER: Member = Member::Method(FunctionDef::method::<R>());
}

impl<T, R: Callable<Protocol = Operand>> Entry<T, R> for Operand {
    const MEMBER: Member = Member::Operator(number::<R>(), &R::SIGNATURE, R::invoke);
}

impl<T, R: Callable<Protocol = Store>> Entry<T, R> for Store {
    const MEMBER: Member = Member::Store(number::<R>(), &R::SIGNATURE, R::invoke);
}

impl<T, R: Callable<Protocol = Lookup>> Entry<T, R> for Lookup {
    const MEMBER: Member = Member::Lookup(number::<R>(), &R::SIGNATURE, R::invoke);
}

/// The result of an operator as Python has it.
#[inline]
pub(super) fn or_not_implemented<'py>(
    py: Python<'py>,
    result: Result<Bound<'py, crate::python::PyAny>, Refusal>,
) -> Result<Bound<'py, crate::python::PyAny>, PyErr> {
    match result {
        Ok(object) => Ok(object),
        Err(Refusal::Declined) => Ok(py.NotImplemented().into_any()),
        Err(Refusal::Raised(error)) => Err(error),
    }
}

/// Slots that take nothing and return an object.
macro_rules! unary {
    ($($Name:ident)*) => { $(
        impl<T, R: Callable<Protocol = $Name>> Entry<T, R> for $Name {
            const MEMBER: Member = {
                /// # Safety
                /// Called by the interpreter, with an instance.
                unsafe extern "C" fn entry<R: Callable<Protocol = $Name>>(
                    receiver: *mut ffi::PyObject,
                ) -> *mut ffi::PyObject {
                    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
                    unsafe { enter(|py| R::invoke(py, receiver_ref(py, &receiver), Arguments::of(py, &R::SIGNATURE, &[]))) }
                }
                one(slot::<R>(), entry::<R> as *const c_void)
            };
        }
    )* };
}

unary! { Unary Text AsyncNext }

/// A slot of one row: the C parameters, the arguments among them, and what becomes of the result.
macro_rules! entry {
    (
        $Name:ident => $slots:expr;
        fn $function:ident($receiver:ident $(, $parameter:ident : $Type:ty)*) -> $Result:ty = $failed:expr;
        $(let $given:ident = $argument:expr;)*
        |$py:ident, $result:ident| $finish:expr
    ) => {
        impl<T, R: Callable<Protocol = $Name>> Entry<T, R> for $Name {
            const MEMBER: Member = Member::Slots($slots);
        }

        /// # Safety
        /// Called by the interpreter, with an instance and what else the slot has.
        unsafe extern "C" fn $function<R: Callable<Protocol = $Name>>(
            $receiver: *mut ffi::PyObject $(, $parameter: $Type)*
        ) -> $Result {
            // SAFETY: the interpreter calls attached, and keeps the objects alive for the call.
            unsafe {
                enter_with($failed, |$py| {
                    $(let $given: *mut ffi::PyObject = $argument;)*
                    let given: &[*mut ffi::PyObject] = &[$($given),*];
                    let arguments = Arguments::of($py, &R::SIGNATURE, lend($py, given));
                    let $result = R::invoke($py, receiver_ref($py, &$receiver), arguments);
                    $finish
                })
            }
        }
    };
}

entry! {
    Length => [Some((ffi::Py_mp_length, len::<R> as *const c_void)), Some((ffi::Py_sq_length, len::<R> as *const c_void))];
    fn len(receiver) -> ffi::Py_ssize_t = -1;
    |py, result| result
}

entry! {
    Hash => [Some((ffi::Py_tp_hash, hash::<R> as *const c_void)), None];
    fn hash(receiver) -> ffi::Py_hash_t = -1;
    |py, result| result
}

entry! {
    Truth => [Some((ffi::Py_nb_bool, truth::<R> as *const c_void)), None];
    fn truth(receiver) -> c_int = -1;
    |py, result| Ok(result? as c_int)
}

entry! {
    Contains => [Some((ffi::Py_sq_contains, contains::<R> as *const c_void)), None];
    fn contains(receiver, item: *mut ffi::PyObject) -> c_int = -1;
    let item = item;
    |py, result| match result {
        Ok(contains) => Ok(contains as c_int),
        Err(Refusal::Declined) => Ok(0),
        Err(Refusal::Raised(error)) if is_elsewhere(py, &error) => Ok(0),
        Err(Refusal::Raised(error)) => Err(error),
    }
}

entry! {
    Next => [Some((ffi::Py_tp_iternext, next::<R> as *const c_void)), None];
    fn next(receiver) -> *mut ffi::PyObject = null_mut();
    // Null without an exception ends the iteration.
    |py, result| Ok(result?.map_or(null_mut(), Bound::into_ptr))
}

entry! {
    Get => [Some((ffi::Py_tp_descr_get, get::<R> as *const c_void)), None];
    fn get(receiver, instance: *mut ffi::PyObject, owner: *mut ffi::PyObject) -> *mut ffi::PyObject = null_mut();
    let instance = or_none(instance);
    let owner = or_none(owner);
    |py, result| result.map(Bound::into_ptr)
}

unsafe fn or_none(object: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: attached; `None` lives as long as the interpreter.
    if object.is_null() { unsafe { ffi::Py_None() } } else { object }
}

impl<T, R: Callable<Protocol = Finalize>> Entry<T, R> for Finalize {
    const MEMBER: Member = one(ffi::FINALIZER_SLOT, finalize::<R> as *const c_void);
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn finalize<R: Callable<Protocol = Finalize>>(receiver: *mut ffi::PyObject) {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
    unsafe {
        let py = Python::assume_attached();
        let receiver = receiver_ref(py, &receiver);
        // A finaliser can tell nobody, and leaves an exception that is set alone.
        panic::contain(py, || {
            if let Err(error) = R::invoke(py, receiver, Arguments::of(py, &R::SIGNATURE, &[])) {
                error.write_unraisable(py, receiver.as_ref());
            }
        });
    }
}

impl<T, R: Callable<Protocol = InPlace>> Entry<T, R> for InPlace {
    const MEMBER: Member = if number::<R>() == Id::Ipow as u8 {
        one(ffi::Py_nb_inplace_power, in_place_power::<R> as *const c_void)
    } else {
        one(slot::<R>(), in_place::<R> as *const c_void)
    };
}

/// # Safety
/// Called by the interpreter, with an instance on the left.
unsafe extern "C" fn in_place<R: Callable<Protocol = InPlace>>(
    receiver: *mut ffi::PyObject,
    other: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the objects alive for the call.
    unsafe {
        enter(|py| {
            let arguments = Arguments::of(py, &R::SIGNATURE, lend(py, std::slice::from_ref(&other)));
            or_not_implemented(py, R::invoke(py, receiver_ref(py, &receiver), arguments))
        })
    }
}

/// # Safety
/// Called by the interpreter, with an instance on the left.
unsafe extern "C" fn in_place_power<R: Callable<Protocol = InPlace>>(
    receiver: *mut ffi::PyObject,
    other: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller. `**=` has no third operand.
    unsafe { in_place::<R>(receiver, other) }
}

impl<T: PyClass, R: Callable<Protocol = GetItem>> Entry<T, R> for GetItem {
    const MEMBER: Member = {
        let subscript = Some((ffi::Py_mp_subscript, get_item::<R> as *const c_void));
        // A mapping has no order: what asks for its first item is to be told so.
        let item =
            if T::OPTIONS.mapping { None } else { Some((ffi::Py_sq_item, get_at::<R> as *const c_void)) };
        Member::Slots([subscript, item])
    };
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn get_item<R: Callable<Protocol = GetItem>>(
    receiver: *mut ffi::PyObject,
    key: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the objects alive for the call.
    unsafe {
        enter(|py| {
            let arguments = Arguments::of(py, &R::SIGNATURE, lend(py, std::slice::from_ref(&key)));
            R::invoke(py, receiver_ref(py, &receiver), arguments)
        })
    }
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn get_at<R: Callable<Protocol = GetItem>>(
    receiver: *mut ffi::PyObject,
    index: ffi::Py_ssize_t,
) -> *mut ffi::PyObject {
    // SAFETY: attached; a new reference, or null with an exception.
    unsafe {
        let key = ffi::PyLong_FromSsize_t(index);
        if key.is_null() {
            return null_mut();
        }
        let item = get_item::<R>(receiver, key);
        drop(Bound::from_owned_ptr(Python::assume_attached(), key));
        item
    }
}

impl<T: PyClass, R: Callable<Protocol = Call>> Entry<T, R> for Call {
    #[cfg(all(Py_3_9, not(any(Py_LIMITED_API, PyPy))))]
    const MEMBER: Member = Member::Call(call::<R>, Some(super::vectorcall::call_instance::<T, R>));
    #[cfg(not(all(Py_3_9, not(any(Py_LIMITED_API, PyPy)))))]
    const MEMBER: Member = Member::Call(call::<R>, None);
}

/// # Safety
/// Called by the interpreter, with an instance, a tuple, and a dict or null.
unsafe extern "C" fn call<R: Callable<Protocol = Call>>(
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the objects alive for the call.
    unsafe {
        enter(|py| {
            call_with_tuple(py, &R::SIGNATURE, receiver_ref(py, &receiver), arguments, keywords, R::invoke)
        })
    }
}
