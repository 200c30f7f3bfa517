//! What the macros expand to. Not part of the public interface: anything here may change in any release.
//!
//! Only macros name these paths; nothing in this crate uses them otherwise.

pub use crate::err::new_exception::{
    ImportedException, NewException, imported_exception_class, is_imported_exception, is_new_exception,
    new_exception_class,
};
pub use crate::err::{DefaultBase, PyErr, PyErrArguments};
pub use crate::ffi::PyTypeObject;
pub use crate::python::{Bound, PyAny, PyStatic, PyTypeCheck, PyTypeInfo, Python, Specific};
pub use crate::types::interned::interned;
pub use crate::types::{PyString, PyType};

pub use std::concat;
pub use std::fmt::Debug;
pub use std::primitive::{bool, str};
pub use std::stringify;
