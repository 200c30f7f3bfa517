//! The errors of a downcast: cheap until somebody asks for the text.

use super::PyErr;
use crate::python::{Bound, PyAny};
use crate::types::PyType;
use std::borrow::Cow;
use std::fmt;

/// An object is not of the type that was asked for.
pub struct DowncastError<'a, 'py> {
    object: &'a Bound<'py, PyAny>,
    expected: &'static str,
}

/// An object is not of the type that was asked for; it is given back.
pub struct DowncastIntoError<'py> {
    object: Bound<'py, PyAny>,
    expected: &'static str,
}

impl<'a, 'py> DowncastError<'a, 'py> {
    #[inline]
    pub(crate) fn new(object: &'a Bound<'py, PyAny>, expected: &'static str) -> Self {
        DowncastError { object, expected }
    }
}

impl<'py> DowncastIntoError<'py> {
    #[inline]
    pub(crate) fn new(object: Bound<'py, PyAny>, expected: &'static str) -> Self {
        DowncastIntoError { object, expected }
    }

    /// The object.
    #[inline]
    pub fn into_inner(self) -> Bound<'py, PyAny> {
        self.object
    }
}

impl From<DowncastError<'_, '_>> for PyErr {
    #[inline]
    fn from(error: DowncastError<'_, '_>) -> PyErr {
        PyErr::wrong_type(error.expected, error.object)
    }
}

impl From<DowncastIntoError<'_>> for PyErr {
    #[inline]
    fn from(error: DowncastIntoError<'_>) -> PyErr {
        PyErr::wrong_type(error.expected, &error.object)
    }
}

impl fmt::Display for DowncastError<'_, '_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, got {}", self.expected, type_name(&self.object.get_type()))
    }
}

impl fmt::Display for DowncastIntoError<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        DowncastError::new(&self.object, self.expected).fmt(f)
    }
}

impl fmt::Debug for DowncastError<'_, '_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DowncastError({self})")
    }
}

impl fmt::Debug for DowncastIntoError<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DowncastIntoError({self})")
    }
}

impl std::error::Error for DowncastError<'_, '_> {}
impl std::error::Error for DowncastIntoError<'_> {}

/// The type's name, as CPython's own messages give it; `None`'s type is called `None` there.
#[inline]
pub(super) fn type_name<'a>(ptype: &'a Bound<'_, PyType>) -> Cow<'a, str> {
    match ptype.short_name() {
        Ok(name) if name == "NoneType" => Cow::Borrowed("None"),
        Ok(name) => name,
        Err(_) => Cow::Borrowed("an object whose type has no name"),
    }
}
