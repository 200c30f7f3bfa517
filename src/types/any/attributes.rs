//! Attributes.

use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny};
use crate::types::{PyList, PyString};
use std::ptr::null_mut;

/// Attributes.
impl<'py> Bound<'py, PyAny> {
    /// The attribute of that name: `self.name`. (`PyObject_GetAttr`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let number = py.eval("3+4j", None, None)?;
    ///     assert_eq!(number.getattr("real")?.extract::<f64>()?, 3.0);
    ///     assert!(number.getattr("colour").is_err());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if there is none, and whatever a property raises.
    #[inline]
    pub fn getattr(&self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        // SAFETY: both are alive; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyObject_GetAttr(self.as_ptr(), name.as_ptr())) }
    }

    /// The attribute of that name, `None` if there is none: `getattr(self, name, None)`. (`PyObject_GetOptionalAttr`)
    ///
    /// Cheaper than [`getattr`](Self::getattr) where the attribute is often missing.
    ///
    /// # Errors
    /// Whatever a property raises, except `AttributeError`.
    #[inline]
    pub fn getattr_opt(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        let mut attribute = null_mut();
        // SAFETY: both are alive; writes a new reference, or null.
        let found = unsafe { ffi::PyObject_GetOptionalAttr(self.as_ptr(), name.as_ptr(), &mut attribute) };
        error_on_minus_one(py, found)?;
        // SAFETY: a new reference or null, as above.
        Ok(unsafe { Bound::from_owned_ptr_or_opt(py, attribute) })
    }

    /// Whether there is an attribute of that name: `hasattr(self, name)`. (`PyObject_HasAttrWithError`)
    ///
    /// # Errors
    /// Whatever a property raises, except `AttributeError`.
    #[inline]
    pub fn hasattr(&self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<bool> {
        Ok(self.getattr_opt(name)?.is_some())
    }

    /// Sets an attribute: `self.name = value`. (`PyObject_SetAttr`)
    ///
    /// # Errors
    /// `AttributeError` if the object has no room for it, and whatever a property raises.
    #[inline]
    pub fn setattr(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
        value: impl IntoPyObject<'py>,
    ) -> PyResult<()> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        let value = value.lend_pyobject(py)?;
        // SAFETY: all three are alive.
        let set = unsafe { ffi::PyObject_SetAttr(self.as_ptr(), name.as_ptr(), value.as_ptr()) };
        error_on_minus_one(py, set).map(drop)
    }

    /// Deletes an attribute: `del self.name`. (`PyObject_DelAttr`)
    ///
    /// # Errors
    /// `AttributeError` if there is none.
    #[inline]
    pub fn delattr(&self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<()> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        // SAFETY: both are alive; a null value stands for the deletion, in every version.
        let deleted = unsafe { ffi::PyObject_SetAttr(self.as_ptr(), name.as_ptr(), null_mut()) };
        error_on_minus_one(py, deleted).map(drop)
    }

    /// The names of the attributes: `dir(self)`. (`PyObject_Dir`)
    ///
    /// # Errors
    /// What `__dir__` raises.
    #[inline]
    pub fn dir(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: the object is alive; returns a new reference to a list or sets an exception.
        unsafe {
            Ok(Bound::from_owned_ptr_or_err(self.py(), ffi::PyObject_Dir(self.as_ptr()))?
                .downcast_into_unchecked())
        }
    }
}
