//! `bool`.

use crate::ffi;
use crate::python::{Bound, Python, native_type};

native_type! {
    /// A `bool`.
    PyBool = "bool", ffi::PyBool_Type, PyBool_Check;
}

impl PyBool {
    /// `True` or `False`. (`PyBool_FromLong`)
    ///
    /// ```
    /// use pyrules::{PyBool, Python};
    ///
    /// Python::attach(|py| {
    ///     let truth = PyBool::new(py, true);
    ///     assert!(truth.is_true() && truth == true);
    /// });
    /// ```
    #[inline]
    pub fn new(py: Python<'_>, value: bool) -> Bound<'_, PyBool> {
        // SAFETY: attached; both are always alive.
        unsafe {
            let value = if value { ffi::Py_True() } else { ffi::Py_False() };
            Bound::from_borrowed_ptr(py, value).downcast_into_unchecked()
        }
    }
}

impl Bound<'_, PyBool> {
    /// Whether it is `True`.
    #[inline]
    pub fn is_true(&self) -> bool {
        // SAFETY: compares two addresses.
        self.as_ptr() == unsafe { ffi::Py_True() }
    }
}
