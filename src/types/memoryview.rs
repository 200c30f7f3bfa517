//! `memoryview`.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, native_type};

native_type! {
    /// Python's `memoryview`: the memory of another object, without a copy.
    ///
    /// ```
    /// use pyrules::{PyMemoryView, Python};
    ///
    /// Python::attach(|py| {
    ///     let bytes = py.eval("bytearray(b'abc')", None, None)?;
    ///     let view = PyMemoryView::from(&bytes)?;
    ///     assert_eq!(view.len()?, 3);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyMemoryView = "memoryview", ffi::PyMemoryView_Type, PyMemoryView_Check;
}

impl PyMemoryView {
    /// A view of what the object lends: `memoryview(object)`. (`PyMemoryView_FromObject`)
    ///
    /// # Errors
    /// `TypeError` if it lends no memory.
    #[inline]
    pub fn from<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyMemoryView>> {
        // SAFETY: a live object; returns a new reference or null.
        unsafe {
            let view = ffi::PyMemoryView_FromObject(object.as_ptr());
            Ok(Bound::from_owned_ptr_or_err(object.py(), view)?.downcast_into_unchecked())
        }
    }
}
