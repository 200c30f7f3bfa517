//! The same for a stored reference: methods of `Py<T>` that take the token.

use super::{PyCallArgs, PyCallKwargs};
use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, IntoPyObject, Py, PyAny, Python};
use crate::types::PyString;

/// What all objects can do, for a stored reference: each method is that of the [`Bound`] which `bind(py)` lends.
impl<T> Py<T> {
    /// `self is None`.
    #[inline]
    pub fn is_none(&self, py: Python<'_>) -> bool {
        self.bind(py).as_any().is_none()
    }

    /// See [`Bound::is_truthy`].
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    #[inline]
    pub fn is_truthy(&self, py: Python<'_>) -> PyResult<bool> {
        self.bind(py).as_any().is_truthy()
    }

    /// See [`Bound::extract`].
    ///
    /// # Errors
    /// `TypeError` for an object of another type, `OverflowError` for an integer out of range.
    #[inline]
    pub fn extract<'a, 'py, R>(&'a self, py: Python<'py>) -> PyResult<R>
    where
        'py: 'a,
        R: FromPyObject<'a, 'py>,
    {
        self.bind(py).as_any().extract()
    }

    /// See [`Bound::getattr`].
    ///
    /// # Errors
    /// `AttributeError` if there is none.
    #[inline]
    pub fn getattr<'py>(
        &self,
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
    ) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().getattr(name).map(Bound::unbind)
    }

    /// See [`Bound::setattr`].
    ///
    /// # Errors
    /// `AttributeError` if the object has no room for it.
    #[inline]
    pub fn setattr<'py>(
        &self,
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
        value: impl IntoPyObject<'py>,
    ) -> PyResult<()> {
        self.bind(py).as_any().setattr(name, value)
    }

    /// See [`Bound::call`].
    ///
    /// # Errors
    /// What the call raises.
    #[inline]
    pub fn call<'py>(
        &self,
        py: Python<'py>,
        args: impl PyCallArgs<'py>,
        kwargs: impl PyCallKwargs<'py>,
    ) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call(args, kwargs).map(Bound::unbind)
    }

    /// See [`Bound::call0`].
    ///
    /// # Errors
    /// What the call raises.
    #[inline]
    pub fn call0(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call0().map(Bound::unbind)
    }

    /// See [`Bound::call1`].
    ///
    /// # Errors
    /// What the call raises.
    #[inline]
    pub fn call1<'py>(&self, py: Python<'py>, args: impl PyCallArgs<'py>) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call1(args).map(Bound::unbind)
    }

    /// See [`Bound::call_method`].
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, and what the call raises.
    #[inline]
    pub fn call_method<'py>(
        &self,
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
        args: impl PyCallArgs<'py>,
        kwargs: impl PyCallKwargs<'py>,
    ) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call_method(name, args, kwargs).map(Bound::unbind)
    }

    /// See [`Bound::call_method0`].
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, and what the call raises.
    #[inline]
    pub fn call_method0<'py>(
        &self,
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
    ) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call_method0(name).map(Bound::unbind)
    }

    /// See [`Bound::call_method1`].
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, and what the call raises.
    #[inline]
    pub fn call_method1<'py>(
        &self,
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
        args: impl PyCallArgs<'py>,
    ) -> PyResult<Py<PyAny>> {
        self.bind(py).as_any().call_method1(name, args).map(Bound::unbind)
    }
}
