//! The C API of the Python interpreter, by hand.
//!
//! One file per CPython header, with the header's names in the header's order, and no logic above it: see CPython's own
//! documentation for what each function does and which references it takes and gives. What an older Python
//! lacks and the layers above need is supplied under its newest name, by `compat2` for 2.7 and by `compat3` for the others, so
//! that those layers write one spelling. Functions that are macros in C are `#[inline(always)]` functions here.
//!
//! Version cfgs: `Py_2`, `Py_3` and the cumulative `Py_3_5` … `Py_3_15`; `Py_LIMITED_API`, `Py_DEBUG`, `Py_TRACE_REFS`,
//! `Py_GIL_DISABLED`, `Py_UNICODE_WIDE`. Under the limited API the version cfgs state the limited version.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)] // CPython's names
#![allow(missing_docs, clippy::missing_safety_doc)] // CPython's documentation is the documentation
#![allow(static_mut_refs)]

#[macro_use]
mod macros;

mod pyport;
pub use pyport::*;

// First half: objects and built-in types (object.h … warnings.h).
mod object;
pub use object::*;

// Second half: running code (ceval.h, pylifecycle.h …).

#[cfg(test)]
mod tests;
