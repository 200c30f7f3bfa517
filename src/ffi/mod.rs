//! The C API of CPython, by hand: one file per header, same names, same order, no logic above it.

mod pyport;
pub use pyport::*;
