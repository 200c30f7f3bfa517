//! `None`: `Option` and the unit; and `Result`.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, LentObject, PyAny, Python, TypeHint};
use crate::types::PyTuple;

const NONE: TypeHint = TypeHint::Name("None");

#[inline]
fn none<'a, 'py>(py: Python<'py>) -> LentObject<'a, 'py> {
    // SAFETY: alive as long as the interpreter.
    unsafe { LentObject::lasting(py, ffi::Py_None()) }
}

impl<'a, 'py, T> FromPyObject<'a, 'py> for Option<T>
where
    T: FromPyObject<'a, 'py>,
{
    const HINT: TypeHint = TypeHint::Union(&[T::HINT, NONE]);

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        if object.is_none() { Ok(None) } else { T::extract(object).map(Some) }
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        if object.is_none() { Ok(None) } else { T::extract_argument(object, holder).map(Some) }
    }
}

impl<'py, T> IntoPyObject<'py> for Option<T>
where
    T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = TypeHint::Union(&[T::HINT, NONE]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(value) => Ok(value.into_pyobject(py)?.into_any()),
            None => Ok(py.None()),
        }
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        match self {
            Some(value) => value.lend_pyobject(py),
            None => Ok(none(py)),
        }
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a Option<T>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = TypeHint::Union(&[<&'a T as IntoPyObject<'py>>::HINT, NONE]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().into_pyobject(py)
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        self.as_ref().lend_pyobject(py)
    }
}

impl<'py> FromPyObject<'_, 'py> for () {
    const HINT: TypeHint = NONE;

    /// `None`, or the empty tuple.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        // SAFETY: the object is alive, and its size is asked for if it is a tuple.
        let empty = object.is_instance_of::<PyTuple>() && unsafe { ffi::PyTuple_Size(object.as_ptr()) } == 0;
        if empty || object.is_none() { Ok(()) } else { Err(PyErr::wrong_type("None", object)) }
    }
}

/// `None`: what a function returns that returns nothing.
impl<'py> IntoPyObject<'py> for () {
    type Target = PyAny;
    const HINT: TypeHint = NONE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(py.None())
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        Ok(none(py))
    }
}

impl<'py> IntoPyObject<'py> for &() {
    type Target = PyAny;
    const HINT: TypeHint = NONE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        ().into_pyobject(py)
    }
}

/// The value, or the error raised as an exception.
impl<'py, T, E> IntoPyObject<'py> for Result<T, E>
where
    T: IntoPyObject<'py>,
    PyErr: From<E>,
{
    type Target = T::Target;
    const HINT: TypeHint = T::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T::Target>> {
        match self {
            Ok(value) => value.into_pyobject(py),
            Err(error) => Err(error.into()),
        }
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        match self {
            Ok(value) => value.lend_pyobject(py),
            Err(error) => Err(error.into()),
        }
    }
}
