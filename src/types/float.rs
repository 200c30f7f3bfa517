//! `float`.

use crate::ffi;
use crate::python::{Bound, NativeBase, PyClassBase, Python, native_type};

native_type! {
    /// A `float`.
    PyFloat = "float", ffi::PyFloat_Type, PyFloat_Check;
}

// SAFETY: nothing is claimed.
unsafe impl PyClassBase for PyFloat {}
impl NativeBase for PyFloat {}

impl PyFloat {
    /// The number as a Python object. (`PyFloat_FromDouble`)
    ///
    /// ```
    /// use pyrules::{PyFloat, Python};
    ///
    /// Python::attach(|py| {
    ///     let number = PyFloat::new(py, 1.5);
    ///     assert!(number == 1.5 && number < 2.0);
    ///     assert_eq!(number.value(), 1.5);
    /// });
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[inline]
    #[track_caller]
    pub fn new(py: Python<'_>, value: f64) -> Bound<'_, PyFloat> {
        // SAFETY: attached; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr(py, ffi::PyFloat_FromDouble(value)).downcast_into_unchecked() }
    }
}

impl Bound<'_, PyFloat> {
    /// The number. (`PyFloat_AsDouble`)
    #[inline]
    pub fn value(&self) -> f64 {
        // SAFETY: a `float`, for which it does not fail.
        unsafe { ffi::PyFloat_AsDouble(self.as_ptr()) }
    }
}
