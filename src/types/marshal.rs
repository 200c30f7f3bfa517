//! Python's own serialisation of plain values and code: the module `marshal`.
//!
//! The format belongs to one Python version, and reading what somebody else wrote is not safe: for such data there is
//! JSON, and `pickle` between programs that trust each other.

use super::PyBytes;
use crate::err::PyResult;
use crate::python::{Bound, IntoPyObject, PyAny, Python};

/// The version of the format that the interpreter writes by default.
pub const VERSION: i32 = crate::ffi::Py_MARSHAL_VERSION;

/// The value as bytes: `marshal.dumps`.
///
/// ```
/// use pyrules::{marshal, Python};
///
/// Python::attach(|py| {
///     let bytes = marshal::dumps(py, (1, "two", 3.0), marshal::VERSION)?;
///     let value: (i32, String, f64) = marshal::loads(py, bytes.as_bytes())?.extract()?;
///     assert_eq!(value, (1, "two".to_owned(), 3.0));
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
///
/// # Errors
/// `ValueError` if the value, or one inside it, has no such form.
#[inline]
pub fn dumps<'py>(
    py: Python<'py>,
    value: impl IntoPyObject<'py>,
    version: i32,
) -> PyResult<Bound<'py, PyBytes>> {
    Ok(py.import("marshal")?.getattr("dumps")?.call1((value, version))?.downcast_into()?)
}

/// The value that the bytes stand for: `marshal.loads`.
///
/// # Errors
/// `EOFError`, `ValueError` or `TypeError` if the bytes are not what [`dumps`] has made.
#[inline]
pub fn loads<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    py.import("marshal")?.getattr("loads")?.call1((PyBytes::new(py, bytes),))
}
