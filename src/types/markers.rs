//! Types whose methods are still to come.

use crate::python::native_type;

native_type! {
    /// A `tuple`.
    PyTuple = "tuple", crate::ffi::PyTuple_Type, PyTuple_Check;
    /// A `list`.
    PyList = "list", crate::ffi::PyList_Type, PyList_Check;
    /// A `dict`.
    PyDict = "dict", crate::ffi::PyDict_Type, PyDict_Check;
    /// A traceback.
    PyTraceback = "traceback", crate::ffi::PyTraceBack_Type, PyTraceBack_Check;
    /// A module.
    PyModule = "module", crate::ffi::PyModule_Type, PyModule_Check;
}

/// An iterator.
#[derive(Debug)]
pub struct PyIterator(crate::PyAny);

impl crate::python::Specific for PyIterator {}

// SAFETY: the C API's own check.
unsafe impl crate::python::PyTypeCheck for PyIterator {
    const NAME: &'static str = "collections.abc.Iterator";

    fn type_check(object: &crate::Bound<'_, crate::PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe { crate::ffi::PyIter_Check(object.as_ptr()) != 0 }
    }
}
