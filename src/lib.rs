//! pyrules: bindings for the Python interpreter, written with `macro_rules!`.

mod call;
mod conversion;
mod embed;
mod err;
pub mod ffi;
mod module;
mod python;
pub mod types;

#[path = "../macros/mod.rs"]
mod macros;
pub mod prelude;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use embed::{Interpreter, InterpreterError, InterpreterErrorKind, RunningInterpreter};
pub use err::{DowncastError, DowncastIntoError, PyErr, PyErrArguments, PyResult, exceptions, panic};
pub use python::{
    AsPyRef, Bound, FromPyObject, GILGuard, IntoPyObject, Py, PyAny, PyObject, PyStatic, PyTypeCheck,
    PyTypeInfo, Python, PythonVersionInfo, TypeHint,
};
#[cfg(Py_3_9)]
pub use types::PyGenericAlias;
pub use types::{
    CompareOp, IntoPyDict, PyBool, PyByteArray, PyBytes, PyCFunction, PyCallArgs, PyCallKwargs, PyCapsule,
    PyCode, PyCodeInput, PyComplex, PyDate, PyDateTime, PyDelta, PyDict, PyDictItems, PyDictKeys,
    PyDictValues, PyFloat, PyFrame, PyFrozenSet, PyFrozenSetBuilder, PyFunction, PyInt, PyIterator, PyList,
    PyMapping, PyMappingProxy, PyMemoryView, PyModule, PyRange, PySendResult, PySequence, PySet, PySlice,
    PySliceIndices, PyString, PySuper, PyTime, PyTraceback, PyTuple, PyType, PyTzInfo, PyWeakref,
    PyWeakrefProxy, PyWeakrefReference, SequenceIndex, marshal,
};

pub use call::{FromPyArguments, FromPyKeywords};

/// The grammar of the macros.
#[doc = include_str!("../macros/SPEC.md")]
pub mod spec {}

/// README.md's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
