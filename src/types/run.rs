//! Provisional: importing.
use super::PyModule;
use super::PyString;
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, Python};
impl<'py> Python<'py> {
    /// Imports a module.
    ///
    /// # Errors
    /// `ImportError`.
    pub fn import(self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyModule>> {
        // SAFETY: both are alive; a new reference or an exception.
        name.with_pyobject(self, |name| unsafe {
            Ok(Bound::from_owned_ptr_or_err(self, ffi::PyImport_Import(name.as_ptr()))?
                .downcast_into_unchecked())
        })?
    }
}
