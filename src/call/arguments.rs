//! Arguments that are bound to a signature, and their conversion: what a row's `invoke` works with.

use super::{FromPyArguments, FromPyKeywords, Signature};
use crate::err::{PyErr, PyResult, name_argument};
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python};
use crate::types::PyDict;
use std::marker::PhantomData;

/// The arguments of one call. Their number and their names have been checked against the signature.
#[derive(Clone, Copy)]
pub struct Arguments<'a, 'py> {
    pub(super) py: Python<'py>,
    pub(super) signature: &'static Signature,
    /// One for each parameter; those at the end that were not given may be left out.
    pub(super) slots: &'a [Option<Bound<'py, PyAny>>],
    pub(super) rest: &'a [Bound<'py, PyAny>],
    pub(super) keywords: Option<&'a Bound<'py, PyDict>>,
}

impl<'a, 'py> Arguments<'a, 'py> {
    /// Those of a call that Python makes by itself, where there is nothing to bind.
    #[inline]
    pub(crate) fn of(
        py: Python<'py>,
        signature: &'static Signature,
        slots: &'a [Option<Bound<'py, PyAny>>],
    ) -> Self {
        Arguments { py, signature, slots, rest: &[], keywords: None }
    }

    /// The first one.
    #[inline]
    pub(crate) fn first(&self) -> Option<&'a Bound<'py, PyAny>> {
        self.slots.first().and_then(Option::as_ref)
    }

    /// Begins to read them, one after the other. What they borrow from is kept in `holder`.
    #[inline]
    pub fn read<'h>(self, holder: &'h Holder<'py>) -> Reader<'h, 'py>
    where
        'a: 'h,
    {
        Reader { arguments: self, holder, next: 0 }
    }
}

/// Hands out the arguments in the order of the declaration.
pub struct Reader<'h, 'py> {
    arguments: Arguments<'h, 'py>,
    holder: &'h Holder<'py>,
    next: usize,
}

impl<'h, 'py> Reader<'h, 'py> {
    /// The next parameter's argument, which has no default.
    #[inline]
    pub fn required<T>(&mut self) -> Slot<'h, 'py, T> {
        match self.optional() {
            Some(slot) => slot,
            None => not_bound(),
        }
    }

    /// The next parameter's argument, if it was given.
    #[inline]
    pub fn optional<T>(&mut self) -> Option<Slot<'h, 'py, T>> {
        let index = self.next;
        self.next += 1;
        match self.arguments.slots.get(index) {
            Some(Some(object)) => Some(Slot {
                object,
                holder: self.holder,
                signature: self.arguments.signature,
                index,
                _type: PhantomData,
            }),
            _ => None,
        }
    }

    /// What `*name` or `**name` collects, to be converted by [`collected_arguments`] or [`collected_keywords`].
    #[inline]
    pub fn collected<T>(&mut self, name: &'static str) -> Collected<'h, 'py, T> {
        Collected { arguments: self.arguments, holder: self.holder, name, _type: PhantomData }
    }
}

/// What `*name` or `**name` collects, of the type that the function's own parameter has.
pub struct Collected<'h, 'py, T> {
    arguments: Arguments<'h, 'py>,
    holder: &'h Holder<'py>,
    name: &'static str,
    _type: PhantomData<fn() -> T>,
}

/// Converts what `*name` collects.
#[inline]
pub fn collected_arguments<'h, 'py, T>(collected: Collected<'h, 'py, T>) -> PyResult<T>
where
    T: FromPyArguments<'h, 'py>,
{
    let Arguments { py, signature, rest, .. } = collected.arguments;
    T::from_arguments(py, rest, collected.holder)
        .map_err(|error| name_argument(py, error, signature.argument(collected.name)))
}

/// Converts what `**name` collects.
#[inline]
pub fn collected_keywords<'h, 'py, T>(collected: Collected<'h, 'py, T>) -> PyResult<T>
where
    T: FromPyKeywords<'h, 'py>,
{
    let Arguments { py, signature, keywords, .. } = collected.arguments;
    T::from_keywords(py, keywords, collected.holder)
        .map_err(|error| name_argument(py, error, signature.argument(collected.name)))
}

/// (`extern "C"`, so that the compiler knows that no panic leaves: there is nothing to be cleaned up then.)
#[cold]
extern "C" fn not_bound() -> ! {
    unreachable!("binding has checked that each required argument is there")
}

/// One argument, of the type that the function's own parameter has.
pub struct Slot<'h, 'py, T> {
    object: &'h Bound<'py, PyAny>,
    holder: &'h Holder<'py>,
    signature: &'static Signature,
    index: usize,
    _type: PhantomData<fn() -> T>,
}

impl<'h, 'py, T> Slot<'h, 'py, T> {
    /// The argument as it is.
    #[inline]
    pub(crate) fn object(&self) -> &'h Bound<'py, PyAny> {
        self.object
    }

    /// What keeps what it borrows from.
    #[inline]
    pub(crate) fn holder(&self) -> &'h Holder<'py> {
        self.holder
    }

    /// The error of its conversion, with the names of the function and the parameter.
    #[inline]
    pub(crate) fn name(&self, error: PyErr) -> PyErr {
        name(self.object.py(), self.signature, self.index, error)
    }
}

/// Names function and parameter. (Takes no slot, which need not be in memory then.)
#[cold]
#[inline(never)]
fn name(py: Python<'_>, signature: &'static Signature, index: usize, error: PyErr) -> PyErr {
    name_argument(py, error, signature.argument(signature.parameter(index)))
}

/// Converts an argument; an error gets the names of the function and the parameter.
#[inline]
pub fn argument<'h, 'py, T: FromPyObject<'h, 'py>>(slot: Slot<'h, 'py, T>) -> PyResult<T> {
    match T::extract_argument(slot.object, slot.holder) {
        Ok(value) => Ok(value),
        Err(error) => Err(slot.name(error)),
    }
}

/// Converts what the function returned.
#[inline]
pub fn finish<'py, R: IntoPyObject<'py>>(py: Python<'py>, result: R) -> PyResult<Bound<'py, PyAny>> {
    result.into_pyobject(py).map(Bound::into_any)
}
