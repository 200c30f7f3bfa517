//! Bindings for the Python interpreter, written with `macro_rules!`: for extension modules in Rust, and for programs that
//! run Python.
//!
//! Rust stays plain Rust; one table says what Python sees.
//!
//! ```
//! use pyrules::prelude::*;
//!
//! fn sum_as_string(a: i64, b: i64) -> String {
//!     (a + b).to_string()
//! }
//!
//! py_module! {
//!     /// This module is implemented in Rust.
//!     mod rust2py {
//!         /// Formats the sum of two numbers as a string.
//!         fn sum_as_string(a, b = 2);
//!     }
//! }
//! # fn main() {}
//! ```
//!
//! | you want to | look at |
//! |---|---|
//! | write a module | [`py_module!`], [`py_fn!`], and their grammar in [`spec`] |
//! | make a class of a type | [`py_class!`], [`py_enum!`], [`PyClass`], [`PyRef`], [`PyRefMut`], [`Traverse`] |
//! | run Python | [`Python::attach`], [`Python::import`], [`Python::eval`], [`Python::run`], [`Interpreter`] |
//! | work with objects | [`Bound`] (here and now), [`Py`] (stored), and the types: [`PyDict`], [`PyList`], [`PyString`], … |
//! | convert | [`FromPyObject`], [`IntoPyObject`]; for your own structs and enums [`py_record!`], [`py_union!`] |
//! | handle and raise exceptions | [`PyErr`], [`exceptions`], [`py_exception!`], [`py_import_exception!`] |
//! | let other threads run | [`Python::detach`] |
//! | keep an object in a `static` | [`PyStatic`], [`intern!`] |
//! | wait for other threads | [`sync`] |
//!
//! # Features
//!
//! - `embed` links libpython: for programs, and under `[dev-dependencies]` for an extension's tests. An extension module
//!   links nothing.
//! - `abi3-py37` … `abi3-py313` build against the limited API of that version: a module so built is loaded by that Python and all
//!   later ones. `abi3` means that of the interpreter at hand. Missing are the layouts in [`ffi`], `data` of [`PyString`], and options of
//!   [`Interpreter`] that say so, a GIL for each interpreter; on Windows also `SubInterpreter`, [`PyBuffer`] below 3.11, `to_str` below 3.10 (an argument can be `&str` everywhere), [`PyFrame`]'s
//!   `new` and [`PyCode`]'s `empty`. What is slower is most of all the calls of classes.
//! - `abi3t` builds against the stable ABI that all builds of Python share from 3.15 on (PEP 803): a module so built, called
//!   `name.abi3t.so`, is loaded by 3.15 and all later ones, with and without a GIL. It exports `PyModExport_name`, which earlier ones do not look for.
//!   What is missing of `abi3` is missing here, and what an object begins with: the header in [`ffi`], what `freelist` keeps. It goes with no `abi3-py3…`. In a
//!   program, [`append_to_inittab!`] works as long as Python makes definitions of modules as 3.15 does.
//!
//! # The model
//!
//! A [`Python`] token proves that the thread is attached to the interpreter. A function that Python calls gets one, a program
//! gets one from [`Python::attach`]. A [`Bound`] is a counted reference tied to a token; a [`Py`] is the same without one, and
//! may go to other threads. Errors are [`PyResult`]; a panic in a function that Python called becomes a
//! [`PanicException`](panic::PanicException).
//!
//! An instance of a class is one allocation with the Rust struct inside. [`Py::new`] makes one; a class that is not `mut` lends its struct by
//! [`Bound::get`], a `mut class` by [`Bound::borrow`] and [`Bound::borrow_mut`], which count as a `RefCell` does.

mod call;
mod class;
mod conversion;
mod embed;
mod err;
pub mod ffi;
mod module;
mod python;
pub mod sync;
pub mod types;

#[path = "../macros/mod.rs"]
mod macros;
pub mod prelude;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use class::{
    Element, Garbage, Initial, LentItems, PyBorrowError, PyBorrowMutError, PyClass, PyRef, PyRefMut, Super,
    Traverse, Visit,
};
pub use conversion::{AsDict, AsList, AsSet};
#[cfg(any(not(Py_LIMITED_API), unix))]
pub use embed::SubInterpreter;
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
#[cfg(any(not(Py_LIMITED_API), Py_3_11, unix))]
pub use types::{PyBuffer, PyBufferItem, ReadOnlyCell};

pub use call::{FromPyArguments, FromPyKeywords};

/// The grammar of the macros.
#[doc = include_str!("../macros/SPEC.md")]
pub mod spec {}

/// README.md's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
