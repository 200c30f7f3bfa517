//! The static data of a module.

use super::export::{self, Definition};
use crate::call::FunctionDef;
use crate::err::PyResult;
use crate::python::{Bound, PyAny, Python};
use crate::types::PyModule;
use std::cell::UnsafeCell;
use std::ffi::CStr;

/// One row of a module's table.
#[derive(Clone, Copy)]
pub enum Item {
    /// A function.
    Function(&'static FunctionDef),
    /// A constant: a name, and what makes the object.
    Value(&'static CStr, for<'py> fn(Python<'py>) -> PyResult<Bound<'py, PyAny>>),
    /// A class: a name, and what makes it, given the name of the module.
    Class(&'static CStr, for<'py> fn(Python<'py>, &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>>),
    /// A submodule.
    Module(fn() -> &'static ModuleDef),
}

/// What runs after the table is done.
pub(super) type Init = for<'py> fn(Python<'py>, &Bound<'py, PyModule>) -> PyResult<()>;

/// The options of `mod name(options)`.
#[derive(Clone, Copy, Debug)]
pub struct ModuleOptions {
    #[allow(dead_code)] // before 3.13 nobody asks
    pub(super) gil_used: bool,
    pub(super) interpreters: Interpreters,
}

/// In which interpreters of a process the module can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interpreters {
    Main,
    SharingGil,
    OwnGil,
}

impl Default for ModuleOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl ModuleOptions {
    /// No option given.
    #[inline]
    pub const fn new() -> Self {
        ModuleOptions { gil_used: false, interpreters: Interpreters::SharingGil }
    }

    /// `gil_used`: on a free-threaded Python, importing the module turns the GIL on (`Py_MOD_GIL_USED`).
    pub const fn gil_used(self) -> Self {
        ModuleOptions { gil_used: true, ..self }
    }

    /// `main_interpreter_only`: sub-interpreters cannot import it (`Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED`).
    #[inline]
    pub const fn main_interpreter_only(self) -> Self {
        ModuleOptions { interpreters: self.only(Interpreters::Main), ..self }
    }

    /// `unsafe(per_interpreter_gil)`: sub-interpreters with a GIL of their own can import it
    /// (`Py_MOD_PER_INTERPRETER_GIL_SUPPORTED`).
    ///
    /// # Safety
    /// The Rust code behind it shares no Python object between interpreters (a `PyStatic` holds one for each), and drops none on a
    /// thread that is not attached.
    #[inline]
    pub const unsafe fn per_interpreter_gil(self) -> Self {
        ModuleOptions { interpreters: self.only(Interpreters::OwnGil), ..self }
    }

    #[inline]
    const fn only(self, interpreters: Interpreters) -> Interpreters {
        assert!(
            matches!(self.interpreters, Interpreters::SharingGil),
            "one of `main_interpreter_only` and `per_interpreter_gil` can be given, once"
        );
        interpreters
    }
}

/// A module: what `py_module!` puts into a `static`.
#[repr(C)]
pub struct ModuleDef {
    /// First, so that the interpreter's pointer to it is one to the whole.
    definition: UnsafeCell<Definition>,
    pub(super) name: &'static CStr,
    pub(super) doc: &'static [u8],
    pub(super) items: &'static [Option<Item>],
    pub(super) init: Option<Init>,
}

// SAFETY: the interpreter alone writes to the definition, while it imports the module; what else changes there is atomic.
unsafe impl Sync for ModuleDef {}

impl ModuleDef {
    /// The definition. `doc` ends with a NUL; `this` is the definition itself, in its `static`.
    #[inline]
    pub const fn new(
        this: &'static ModuleDef,
        name: &'static CStr,
        doc: &'static [u8],
        items: &'static [Option<Item>],
        init: Option<Init>,
        options: ModuleOptions,
    ) -> Self {
        let definition = export::define(this, name, doc, options);
        ModuleDef { definition: UnsafeCell::new(definition), name, doc, items, init }
    }

    /// The interpreter's part.
    #[cfg_attr(Py_2, allow(dead_code))] // it has none
    pub(super) fn as_ptr(&'static self) -> *mut Definition {
        self.definition.get()
    }
}

/// A module as a type: what `py_module!` declares under a hidden name.
pub trait Module {
    /// Its static data.
    fn definition() -> &'static ModuleDef;
    /// Its exported function.
    const INIT: extern "C" fn() -> super::Export;
}
