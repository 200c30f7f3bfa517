//! `list[int]`, on 3.9 and later.

use super::PyTuple;
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, native_type};

native_type! {
    /// Python's `types.GenericAlias`: a class with parameters, as in a type hint. (3.9 and later.)
    ///
    /// ```
    /// use pyrules::{PyGenericAlias, PyList, PyTuple, Python};
    ///
    /// Python::attach(|py| {
    ///     let ints = PyTuple::new(py, [py.eval("int", None, None)?])?;
    ///     let alias = PyGenericAlias::new(&py.get_type::<PyList>(), &ints)?;
    ///     assert_eq!(alias.to_string(), "list[int]");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyGenericAlias = "types.GenericAlias", ffi::Py_GenericAliasType, _;
}

impl PyGenericAlias {
    /// `origin[arguments]`, of a class that does not do it itself. (`Py_GenericAlias`)
    #[inline]
    pub fn new<'py>(
        origin: &Bound<'py, PyAny>,
        arguments: &Bound<'py, PyTuple>,
    ) -> PyResult<Bound<'py, PyGenericAlias>> {
        // SAFETY: both are alive; returns a new reference or null.
        unsafe {
            let alias = ffi::Py_GenericAlias(origin.as_ptr(), arguments.as_ptr());
            Ok(Bound::from_owned_ptr_or_err(origin.py(), alias)?.downcast_into_unchecked())
        }
    }
}
