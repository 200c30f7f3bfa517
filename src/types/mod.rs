//! The Python types: marker types, constructors, and the methods of `Bound` for each.

mod any;
mod boolean;
mod bytearray;
mod bytes;
mod complex;
mod critical;
mod equality;
mod float;
mod integer;
mod singletons;
mod string;
mod string_data;
mod super_object;
mod type_object;

pub use any::{CompareOp, PyCallArgs, PyCallKwargs};
pub use boolean::PyBool;
pub use bytearray::PyByteArray;
pub use bytes::PyBytes;
pub use complex::PyComplex;
pub use float::PyFloat;
pub use integer::PyInt;
pub use singletons::{PyEllipsis, PyNone, PyNotImplemented};
pub use string::PyString;
#[cfg(not(Py_LIMITED_API))]
pub use string_data::PyStringData;
pub use super_object::PySuper;
pub use type_object::PyType;

mod markers;
mod run;
pub use markers::*;
