//! pyrules: bindings for the Python interpreter, written with `macro_rules!`.

pub mod ffi;
