//! The Python types: marker types, constructors, and the methods of `Bound` for each.

mod any;
mod bytes;
mod string;
mod string_data;
mod super_object;
mod type_object;

pub use any::{CompareOp, PyCallArgs, PyCallKwargs};
pub use bytes::PyBytes;
pub use string::PyString;
pub use super_object::PySuper;
pub use type_object::PyType;

mod markers;
mod run;
pub use markers::*;
