//! What Python expects of each kind of special method: how arguments are taken, and what may be returned.

use super::definition::PyClass;
use crate::call::{Callable, Plain, Protocol, Receiver, Reply, Slot, argument};
use crate::err::exceptions::{PyOverflowError, PyStopAsyncIteration, PyTypeError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, Py, PyAny, Python};
use std::marker::PhantomData;

/// Why an operator has no result.
pub enum Refusal {
    /// The operand is not one for it: `NotImplemented`.
    Declined,
    /// An exception.
    Raised(PyErr),
}

impl From<PyErr> for Refusal {
    #[inline]
    fn from(error: PyErr) -> Self {
        Refusal::Raised(error)
    }
}

/// How a special method takes an argument.
pub trait Special: Protocol {
    #[doc(hidden)]
    fn argument<'h, 'py, T: FromPyObject<'h, 'py>>(slot: Slot<'h, 'py, T>) -> Result<T, Self::Error>;
}

/// An argument of row `R`.
#[inline(always)]
pub(super) fn argument_of<'h, 'py, R, T>(
    slot: Slot<'h, 'py, T>,
) -> Result<T, <R::Protocol as Protocol>::Error>
where
    R: Callable<Protocol: Special>,
    T: FromPyObject<'h, 'py>,
{
    row_of::<R>().argument(slot)
}

/// The result of row `R`.
#[inline(always)]
pub(super) fn finish_of<'py, R, V>(
    py: Python<'py>,
    receiver: &Receiver<'py>,
    value: V,
) -> Reply<'py, R::Protocol>
where
    R: Callable,
    V: Returned<'py, R::Protocol>,
{
    row_of::<R>().finish(py, receiver, value)
}

/// What converts for row `R`. These are methods, since `function::<R, _>` would have a compile error point at the `_`.
pub struct RowOf<R>(PhantomData<R>);

/// What converts for row `R`.
#[inline(always)]
pub fn row_of<R: Callable>() -> RowOf<R> {
    RowOf(PhantomData)
}

impl<R: Callable> RowOf<R> {
    /// An argument.
    #[inline(always)]
    pub fn argument<'h, 'py, T>(self, slot: Slot<'h, 'py, T>) -> Result<T, <R::Protocol as Protocol>::Error>
    where
        R::Protocol: Special,
        T: FromPyObject<'h, 'py>,
    {
        <R::Protocol as Special>::argument(slot)
    }

    /// The result.
    #[inline(always)]
    pub fn finish<'py, V>(
        self,
        py: Python<'py>,
        receiver: &Receiver<'py>,
        value: V,
    ) -> Reply<'py, R::Protocol>
    where
        V: Returned<'py, R::Protocol>,
    {
        value.into_output(py, receiver)
    }
}

/// What the Rust function behind a special method of protocol `P` may return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what this method can return",
    label = "cannot be returned to Python here",
    note = "a method returns what converts to a Python object (`IntoPyObject`); of the special ones `__len__` returns `usize`, `__bool__` and \
            `__contains__` `bool`, `__hash__` an integer, `__next__` and `__anext__` an `Option`, `__setitem__`, `__delitem__`, `__setattr__`, \
            `__set__`, `__del__`, `init` and such `()`, in-place operators `()`, `Bound`, `Py` or a new instance; each also as a `Result` whose \
            error converts to `PyErr`"
)]
pub trait Returned<'py, P: Protocol>: Sized {
    #[doc(hidden)]
    fn into_output(self, py: Python<'py>, receiver: &Receiver<'py>) -> Reply<'py, P>;
}

/// Protocols: a marker, the output, the error, and how an argument is taken.
macro_rules! protocols {
    ($( $(# $attr:tt)* $Name:ident -> $Output:ty, $Error:ty, $argument:path; )*) => { $(
        $(# $attr)*
        pub struct $Name;

        impl Protocol for $Name {
            type Output<'py> = $Output;
            type Error = $Error;
        }

        impl Special for $Name {
            #[inline(always)]
            fn argument<'h, 'py, T: FromPyObject<'h, 'py>>(slot: Slot<'h, 'py, T>) -> Result<T, $Error> {
                $argument(slot)
            }
        }
    )* };
}

protocols! {
    /// An object, by a slot that takes nothing: `__neg__`, `__iter__`, `__index__`, …
    Unary -> Bound<'py, PyAny>, PyErr, argument;
    /// Text: `__repr__`, `__str__`.
    Text -> Bound<'py, PyAny>, PyErr, argument;
    /// `__len__`
    Length -> ffi::Py_ssize_t, PyErr, argument;
    /// `__hash__`
    Hash -> ffi::Py_hash_t, PyErr, argument;
    /// `__bool__`
    Truth -> bool, PyErr, argument;
    /// `__contains__`
    Contains -> bool, Refusal, operand;
    /// `__next__`: `None` ends the iteration.
    Next -> Option<Bound<'py, PyAny>>, PyErr, argument;
    /// `__anext__`: `None` ends the iteration.
    AsyncNext -> Bound<'py, PyAny>, PyErr, argument;
    /// `__getitem__`
    GetItem -> Bound<'py, PyAny>, PyErr, argument;
    /// A binary operator, reflected or not, and a comparison.
    Operand -> Bound<'py, PyAny>, Refusal, operand;
    /// An operator that changes its left side: `__iadd__`, …
    InPlace -> Bound<'py, PyAny>, Refusal, operand;
    /// `__setitem__`, `__delitem__`, `__setattr__`, `__delattr__`, `__set__`, `__delete__`, and the setter of a property.
    Store -> (), PyErr, argument;
    /// `init`
    Init -> (), PyErr, argument;
    /// `__getattr__`, `__getattribute__`
    Lookup -> Bound<'py, PyAny>, PyErr, argument;
    /// `__get__`
    Get -> Bound<'py, PyAny>, PyErr, argument;
    /// `__call__`
    Call -> Bound<'py, PyAny>, PyErr, argument;
    /// `__del__`
    Finalize -> (), PyErr, argument;
}

impl Special for Plain {
    #[inline(always)]
    fn argument<'h, 'py, T: FromPyObject<'h, 'py>>(slot: Slot<'h, 'py, T>) -> PyResult<T> {
        argument(slot)
    }
}

/// An operand: one of another type is declined, and costs no exception where a look at its type is enough.
#[inline(always)]
fn operand<'h, 'py, T: FromPyObject<'h, 'py>>(slot: Slot<'h, 'py, T>) -> Result<T, Refusal> {
    match T::extract_operand(slot.object(), slot.holder()) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(Refusal::Declined),
        Err(error) => Err(refusal(slot.object().py(), slot.name(error))),
    }
}

#[cold]
fn refusal(py: Python<'_>, error: PyErr) -> Refusal {
    if error.is_instance_of::<PyTypeError>(py) { Refusal::Declined } else { Refusal::Raised(error) }
}

/// Whether a value that does not convert is simply not in a container.
#[cold]
#[inline]
pub(super) fn is_elsewhere(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyOverflowError>(py)
}

macro_rules! objects {
    ($($Name:ident)*) => { $(
        impl<'py, R: IntoPyObject<'py>> Returned<'py, $Name> for R {
            #[inline(always)]
            fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> Reply<'py, $Name> {
                match self.into_pyobject(py) {
                    Ok(object) => Ok(object.into_any()),
                    Err(error) => Err(error.into()),
                }
            }
        }
    )* };
}

objects! { Plain Unary GetItem Operand Lookup Get Call }

impl<'py, R: IntoPyObject<'py>> Returned<'py, Text> for R {
    #[inline]
    fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> PyResult<Bound<'py, PyAny>> {
        let object = self.into_pyobject(py)?.into_any();
        // SAFETY: a new reference, or null with an exception.
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::native_text(object.into_ptr())) }
    }
}

macro_rules! values {
    ($($Name:ident)*) => { $(
        impl<'py, R, E> Returned<'py, $Name> for Result<R, E>
        where
            R: Returned<'py, $Name>,
            PyErr: From<E>,
        {
            #[inline(always)]
            fn into_output(self, py: Python<'py>, receiver: &Receiver<'py>) -> Reply<'py, $Name> {
                match self {
                    Ok(value) => value.into_output(py, receiver),
                    Err(error) => Err(PyErr::from(error).into()),
                }
            }
        }
    )* };
}

values! { Length Hash Truth Contains Next AsyncNext InPlace Store Init Finalize }

macro_rules! units {
    ($($Name:ident)*) => { $(
        impl<'py> Returned<'py, $Name> for () {
            #[inline(always)]
            fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> Reply<'py, $Name> {
                Ok(())
            }
        }
    )* };
}

units! { Store Init Finalize }

macro_rules! truths {
    ($($Name:ident)*) => { $(
        impl<'py> Returned<'py, $Name> for bool {
            #[inline(always)]
            fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> Reply<'py, $Name> {
                Ok(self)
            }
        }
    )* };
}

truths! { Truth Contains }

impl<'py> Returned<'py, Length> for usize {
    #[inline(always)]
    fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> PyResult<ffi::Py_ssize_t> {
        ffi::Py_ssize_t::try_from(self)
            .map_err(|_| PyErr::overflow("cannot fit 'int' into an index-sized integer"))
    }
}

macro_rules! hashes {
    ($($Int:ident)*) => { $(
        impl<'py> Returned<'py, Hash> for $Int {
            #[inline(always)]
            fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> PyResult<ffi::Py_hash_t> {
                // All of its bits may be used; -1 says that an exception is set.
                let hash = self as ffi::Py_hash_t;
                Ok(if hash == -1 { -2 } else { hash })
            }
        }
    )* };
}

hashes! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

impl<'py, T: IntoPyObject<'py>> Returned<'py, Next> for Option<T> {
    #[inline(always)]
    fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.map(|value| value.into_pyobject(py).map(Bound::into_any)).transpose()
    }
}

impl<'py, T: IntoPyObject<'py>> Returned<'py, AsyncNext> for Option<T> {
    #[inline]
    fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(value) => value.into_pyobject(py).map(Bound::into_any),
            None => Err(PyStopAsyncIteration::new_err(())),
        }
    }
}

impl<'py> Returned<'py, InPlace> for () {
    #[inline(always)]
    fn into_output(self, py: Python<'py>, receiver: &Receiver<'py>) -> Result<Bound<'py, PyAny>, Refusal> {
        Ok(receiver.clone().unwrap_or_else(|| py.None().into_any()))
    }
}

impl<'py, T> Returned<'py, InPlace> for Bound<'py, T> {
    #[inline(always)]
    fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> Result<Bound<'py, PyAny>, Refusal> {
        Ok(self.into_any())
    }
}

impl<'py, T> Returned<'py, InPlace> for Py<T> {
    #[inline(always)]
    fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> Result<Bound<'py, PyAny>, Refusal> {
        Ok(self.into_bound(py).into_any())
    }
}

impl<'py, C: PyClass> Returned<'py, InPlace> for C
where
    C: IntoPyObject<'py>,
{
    #[inline]
    fn into_output(self, py: Python<'py>, _: &Receiver<'py>) -> Result<Bound<'py, PyAny>, Refusal> {
        Ok(self.into_pyobject(py)?.into_any())
    }
}
