//! A function object that belongs to no module's table: `py_fn!` of a path.

use crate::call::{FunctionDef, new_function};
use crate::err::PyResult;
use crate::python::{Bound, Python};
use crate::types::PyCFunction;

/// Makes the function object of a row.
///
/// It belongs to no module: its `__module__` is `None`.
#[inline]
pub fn plain_function<'py>(
    py: Python<'py>,
    definition: &'static FunctionDef,
) -> PyResult<Bound<'py, PyCFunction>> {
    new_function(py, definition, None, None)
}
