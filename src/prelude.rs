//! What almost every user of the crate names: `use pyrules::prelude::*;`.

pub use crate::{
    AsPyRef, Bound, FromPyObject, IntoPyObject, Py, PyAny, PyDict, PyErr, PyList, PyModule, PyObject,
    PyResult, PyString, PyTuple, Python, append_to_inittab, py_class, py_enum, py_exception, py_fn,
    py_import_exception, py_module, py_module_initializer, py_record, py_union,
};

pub use crate::{PyClass, PyRef, PyRefMut};
