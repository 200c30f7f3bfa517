//! Functions: those written in C or Rust, and those written in Python.

use crate::ffi;
use crate::python::native_type;

native_type! {
    /// A function or method that is not written in Python: what `len` is, and what `py_fn!` makes.
    PyCFunction = "builtin_function_or_method", ffi::PyCFunction_Type, PyCFunction_Check;
}

#[cfg(not(Py_LIMITED_API))]
native_type! {
    /// A function that is written in Python, with `def` or `lambda`.
    PyFunction = "function", ffi::PyFunction_Type, PyFunction_Check;
}
#[cfg(Py_LIMITED_API)]
super::imported::imported_type! {
    /// A function that is written in Python, with `def` or `lambda`.
    PyFunction = "function", "types", "FunctionType";
}
