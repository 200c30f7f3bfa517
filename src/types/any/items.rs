//! Items, length, membership and iteration.

use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny};
use crate::types::PyIterator;

/// Items, length, membership, iteration.
impl<'py> Bound<'py, PyAny> {
    /// `self[key]`. (`PyObject_GetItem`)
    ///
    /// # Errors
    /// `KeyError` or `IndexError` if there is none, `TypeError` if the object has no items.
    #[inline]
    pub fn get_item(&self, key: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let key = key.lend_pyobject(py)?;
        // SAFETY: both are alive; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyObject_GetItem(self.as_ptr(), key.as_ptr())) }
    }

    /// `self[key] = value`. (`PyObject_SetItem`)
    ///
    /// # Errors
    /// `IndexError` if a sequence is too short, `TypeError` if the object's items cannot be set.
    #[inline]
    pub fn set_item(&self, key: impl IntoPyObject<'py>, value: impl IntoPyObject<'py>) -> PyResult<()> {
        let py = self.py();
        let key = key.lend_pyobject(py)?;
        let value = value.lend_pyobject(py)?;
        // SAFETY: all three are alive.
        let set = unsafe { ffi::PyObject_SetItem(self.as_ptr(), key.as_ptr(), value.as_ptr()) };
        error_on_minus_one(py, set).map(drop)
    }

    /// `del self[key]`. (`PyObject_DelItem`)
    ///
    /// # Errors
    /// `KeyError` or `IndexError` if there is none, `TypeError` if the object's items cannot be deleted.
    #[inline]
    pub fn del_item(&self, key: impl IntoPyObject<'py>) -> PyResult<()> {
        let py = self.py();
        let key = key.lend_pyobject(py)?;
        // SAFETY: both are alive.
        let deleted = unsafe { ffi::PyObject_DelItem(self.as_ptr(), key.as_ptr()) };
        error_on_minus_one(py, deleted).map(drop)
    }

    /// `len(self)`. (`PyObject_Size`)
    ///
    /// # Errors
    /// `TypeError` if the object has no length, and what `__len__` raises.
    #[allow(clippy::len_without_is_empty)] // `is_empty` can fail as well
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: the object is alive.
        let length = unsafe { ffi::PyObject_Size(self.as_ptr()) };
        Ok(error_on_minus_one(self.py(), length)? as usize)
    }

    /// `len(self) == 0`.
    ///
    /// # Errors
    /// Those of [`len`](Self::len).
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        Ok(self.len()? == 0)
    }

    /// `value in self`. (`PySequence_Contains`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let days = py.eval("('sat', 'sun')", None, None)?;
    ///     assert!(days.contains("sun")? && !days.contains("mon")?);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object is no container, and what a comparison raises.
    #[inline]
    pub fn contains(&self, value: impl IntoPyObject<'py>) -> PyResult<bool> {
        let py = self.py();
        let value = value.lend_pyobject(py)?;
        // SAFETY: both are alive.
        let found = unsafe { ffi::PySequence_Contains(self.as_ptr(), value.as_ptr()) };
        Ok(error_on_minus_one(py, found)? == 1)
    }

    /// An iterator over the object: `iter(self)`. (`PyObject_GetIter`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let mut sum = 0;
    ///     for number in py.eval("[1, 2, 3]", None, None)?.try_iter()? {
    ///         sum += number?.extract::<i32>()?;
    ///     }
    ///     assert_eq!(sum, 6);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object cannot be iterated over, and what `__iter__` raises.
    #[inline]
    pub fn try_iter(&self) -> PyResult<Bound<'py, PyIterator>> {
        // SAFETY: the object is alive; returns a new reference to an iterator or sets an exception.
        unsafe {
            Ok(Bound::from_owned_ptr_or_err(self.py(), ffi::PyObject_GetIter(self.as_ptr()))?
                .downcast_into_unchecked())
        }
    }
}
