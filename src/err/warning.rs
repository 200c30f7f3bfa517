//! Warnings.

use super::exceptions::{PyTypeError, PyWarning};
use super::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeInfo, Python};
use std::ffi::{CString, c_int};
use std::ptr::{null, null_mut};

impl PyErr {
    /// Issues a warning of the given class (`py.get_type::<PyUserWarning>()`, say). (`PyErr_WarnEx`)
    ///
    /// `stack_level` says whose line is shown: 1 is the Python code that runs now, 2 its caller.
    ///
    /// # Errors
    /// The warning itself, where the user's filters turn it into an exception; `TypeError` for a class that is no warning,
    /// `ValueError` for a null character in `message`.
    ///
    /// ```
    /// use pyrules::exceptions::PyDeprecationWarning;
    /// use pyrules::{PyErr, Python};
    ///
    /// Python::attach(|py| {
    ///     PyErr::warn(py, &py.get_type::<PyDeprecationWarning>(), "use `area` instead", 1)
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn warn<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &str,
        stack_level: usize,
    ) -> PyResult<()> {
        check_category(category)?;
        let message = CString::new(message)?;
        let level = stack_level.try_into().unwrap_or(1);
        // SAFETY: the class is alive, the text ends in a null byte.
        let result = unsafe { ffi::PyErr_WarnEx(category.as_ptr(), message.as_ptr(), level) };
        error_on_minus_one(py, result).map(drop)
    }

    /// Issues a warning about a given place. (`PyErr_WarnExplicit`)
    ///
    /// `registry` is the dict in which Python remembers the warnings that were shown already, usually the
    /// `__warningregistry__` of the module.
    ///
    /// # Errors
    /// As [`warn`](Self::warn).
    #[inline]
    pub fn warn_explicit<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &str,
        filename: &str,
        line: u32,
        module: Option<&str>,
        registry: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<()> {
        check_category(category)?;
        let message = CString::new(message)?;
        let filename = CString::new(filename)?;
        let module = module.map(CString::new).transpose()?;
        // SAFETY: the objects are alive or null, the texts end in a null byte.
        let result = unsafe {
            ffi::PyErr_WarnExplicit(
                category.as_ptr(),
                message.as_ptr(),
                filename.as_ptr(),
                c_int::try_from(line).unwrap_or(c_int::MAX),
                module.as_ref().map_or(null(), |module| module.as_ptr()),
                registry.map_or(null_mut(), Bound::as_ptr),
            )
        };
        error_on_minus_one(py, result).map(drop)
    }
}

/// The C functions take any class, and would raise what is no exception.
#[inline]
fn check_category(category: &Bound<'_, PyAny>) -> PyResult<()> {
    let py = category.py();
    // SAFETY: both are alive.
    let is = unsafe { ffi::PyObject_IsSubclass(category.as_ptr(), PyWarning::type_object_raw(py).cast()) };
    if error_on_minus_one(py, is)? == 1 {
        return Ok(());
    }
    Err(PyErr::with_message::<PyTypeError>("category must be a Warning subclass"))
}
