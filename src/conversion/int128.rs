//! Integers of 128 bits.

use super::int::{INT, Index, as_i64, as_u64, from_i64, from_u64, index, integers, out_of_range};
use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyInt;
use std::cmp::Ordering;
use std::num::{NonZero, Saturating, Wrapping};

#[inline]
fn as_i128(int: &Index<'_>) -> Result<i128, Ordering> {
    match as_i64(int) {
        Ok(value) => Ok(value.into()),
        Err(side) => wide::bytes(int, true).map(i128::from_le_bytes).ok_or(side),
    }
}

#[inline]
fn as_u128(int: &Index<'_>) -> Result<u128, Ordering> {
    match as_u64(int) {
        Ok(value) => Ok(value.into()),
        Err(Ordering::Less) => Err(Ordering::Less),
        Err(side) => wide::bytes(int, false).map(u128::from_le_bytes).ok_or(side),
    }
}

#[inline]
fn from_i128(py: Python<'_>, value: i128) -> PyResult<Bound<'_, PyInt>> {
    match i64::try_from(value) {
        Ok(value) => from_i64(py, value),
        Err(_) => wide::from_bytes(py, value.to_le_bytes(), true),
    }
}

#[inline]
fn from_u128(py: Python<'_>, value: u128) -> PyResult<Bound<'_, PyInt>> {
    match u64::try_from(value) {
        Ok(value) => from_u64(py, value),
        Err(_) => wide::from_bytes(py, value.to_le_bytes(), false),
    }
}

/// Numbers of more than 64 bits as their bytes, the lowest first.
#[cfg(not(Py_LIMITED_API))]
mod wide {
    use super::{Bound, Index, PyInt, PyResult, Python};
    use crate::err::PyErr;
    use crate::ffi;

    /// `None` of a number that needs more. On 2.7 only a `long` can be so large.
    #[inline]
    pub(super) fn bytes(int: &Index<'_>, signed: bool) -> Option<[u8; 16]> {
        let mut bytes = [0; 16];
        let (object, place) = (int.0.as_ptr().cast(), bytes.as_mut_ptr());
        // SAFETY: an `int` of more than 64 bits, and a place for 16 bytes.
        #[cfg(Py_3_13)]
        let result = unsafe { ffi::_PyLong_AsByteArray(object, place, 16, 1, signed.into(), 0) };
        // SAFETY: as above.
        #[cfg(not(Py_3_13))]
        let result = unsafe { ffi::_PyLong_AsByteArray(object, place, 16, 1, signed.into()) };
        if result == 0 {
            return Some(bytes);
        }
        // The caller says it in its own words.
        drop(PyErr::take(int.0.py()));
        None
    }

    #[inline]
    pub(super) fn from_bytes(py: Python<'_>, bytes: [u8; 16], signed: bool) -> PyResult<Bound<'_, PyInt>> {
        // SAFETY: 16 bytes; returns a new reference or null.
        unsafe {
            let int = ffi::_PyLong_FromByteArray(bytes.as_ptr(), 16, 1, signed.into());
            Ok(Bound::from_owned_ptr_or_err(py, int)?.downcast_into_unchecked())
        }
    }
}

/// The same through the methods of `int` itself, whatever a subclass has under their names.
#[cfg(Py_LIMITED_API)]
mod wide {
    use super::{Bound, Index, PyInt, PyResult, Python};
    use crate::types::{PyBytes, PyDict};

    #[inline]
    fn keywords(py: Python<'_>, signed: bool) -> PyResult<Bound<'_, PyDict>> {
        let keywords = PyDict::new(py);
        keywords.set_item("signed", signed)?;
        Ok(keywords)
    }

    /// `None` of a number that needs more.
    #[inline]
    pub(super) fn bytes(int: &Index<'_>, signed: bool) -> Option<[u8; 16]> {
        let py = int.0.py();
        let keywords = keywords(py, signed).ok()?;
        let class = py.get_type::<PyInt>();
        let bytes = class.call_method("to_bytes", (&int.0, 16, "little"), Some(&keywords)).ok()?;
        bytes.downcast::<PyBytes>().ok()?.as_bytes().try_into().ok()
    }

    #[inline]
    pub(super) fn from_bytes(py: Python<'_>, bytes: [u8; 16], signed: bool) -> PyResult<Bound<'_, PyInt>> {
        let keywords = keywords(py, signed)?;
        let class = py.get_type::<PyInt>();
        let int = class.call_method("from_bytes", (PyBytes::new(py, &bytes), "little"), Some(&keywords))?;
        Ok(int.downcast_into()?)
    }
}

integers! {
    i128: true, i128, as_i128, from_i128;
    u128: false, u128, as_u128, from_u128;
}
