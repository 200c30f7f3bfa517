//! The Python types: marker types, constructors, and the methods of `Bound` for each.
#![allow(clippy::len_without_is_empty)] // all have it, but that of `Bound<'_, PyAny>` returns a `Result`

mod any;
mod boolean;
#[cfg(any(not(Py_LIMITED_API), Py_3_11, unix))]
mod buffer;
mod bytearray;
mod bytes;
mod bytes_writer;
mod capsule;
mod code;
mod complex;
mod datetime;
mod dict;
mod equality;
mod float;
mod frame;
mod function;
#[cfg(Py_3_9)]
mod generic_alias;
mod hidden;
mod imported;
mod index;
mod integer;
pub(crate) mod interned;
mod into_dict;
mod iterator;
mod list;
mod mapping;
pub mod marshal;
mod memoryview;
mod module;
mod run;
mod sequence;
mod set;
mod singletons;
mod slice;
mod string;
mod string_data;
mod string_new;
mod super_object;
pub(crate) mod test_code;
mod tuple;
mod type_object;
mod weakref;

pub use any::{CompareOp, PyCallArgs, PyCallKwargs};
pub use boolean::PyBool;
#[cfg(any(not(Py_LIMITED_API), Py_3_11, unix))]
pub use buffer::{PyBuffer, PyBufferItem, ReadOnlyCell};
pub use bytearray::PyByteArray;
pub use bytes::PyBytes;
pub use bytes_writer::PyBytesWriter;
pub use capsule::PyCapsule;
pub use code::{PyCode, PyCodeInput};
pub use complex::PyComplex;
pub use datetime::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};
pub use dict::{DictIter, PyDict, PyDictItems, PyDictKeys, PyDictValues};
pub use float::PyFloat;
pub use frame::{PyFrame, PyTraceback};
pub use function::{PyCFunction, PyFunction};
#[cfg(Py_3_9)]
pub use generic_alias::PyGenericAlias;
pub use index::SequenceIndex;
pub use integer::PyInt;
pub use into_dict::IntoPyDict;
pub use iterator::{PyIterator, PySendResult};
pub use list::{ListIter, PyList};
pub use mapping::{PyMapping, PyMappingProxy};
pub use memoryview::PyMemoryView;
pub use module::PyModule;
pub use sequence::PySequence;
pub use set::{PyFrozenSet, PyFrozenSetBuilder, PySet, SetIter};
pub use singletons::{PyEllipsis, PyNone, PyNotImplemented};
pub use slice::{PyRange, PySlice, PySliceIndices};
pub use string::PyString;
#[cfg(not(Py_LIMITED_API))]
pub use string_data::PyStringData;
pub use super_object::PySuper;
pub use tuple::{PyTuple, TupleIter};
pub use type_object::PyType;
pub use weakref::{PyWeakref, PyWeakrefProxy, PyWeakrefReference};
