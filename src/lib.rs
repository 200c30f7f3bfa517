//! pyrules: bindings for the Python interpreter, written with `macro_rules!`.

mod conversion;
mod err;
pub mod ffi;
mod python;
pub mod types;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use err::{DowncastError, DowncastIntoError, PyErr, PyErrArguments, PyResult, exceptions, panic};
pub use python::{
    AsPyRef, Bound, FromPyObject, GILGuard, IntoPyObject, Py, PyAny, PyObject, PyStatic, PyTypeCheck,
    PyTypeInfo, Python, PythonVersionInfo, TypeHint,
};
pub use types::{
    CompareOp, PyBool, PyByteArray, PyBytes, PyCallArgs, PyCallKwargs, PyComplex, PyDict, PyFloat, PyInt, PyList,
    PyString, PyTuple, PyType,
};
