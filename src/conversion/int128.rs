//! Integers of 128 bits: two halves of 64.

use super::int::{INT, Index, as_i64, as_u64, from_i64, from_u64, index, integers, out_of_range};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyInt;
use std::cmp::Ordering;
use std::num::{NonZero, Saturating, Wrapping};

/// `int >> 64` and `int & (2**64 - 1)`, by the methods of `int` itself: a subclass may have its own.
fn halves<'py>(int: &Index<'py>) -> PyResult<(Index<'py>, Index<'py>)> {
    let py = int.0.py();
    // On 2.7 only a `long` can be so large.
    // SAFETY: the type object is alive as long as the interpreter.
    let class = unsafe { Bound::from_borrowed_ptr(py, (&raw mut ffi::PyLong_Type).cast()) };
    let high = class.call_method1("__rshift__", (&int.0, 64))?;
    let low = class.call_method1("__and__", (&int.0, u64::MAX))?;
    Ok((Index(high), Index(low)))
}

fn as_i128(int: &Index<'_>) -> Result<i128, Ordering> {
    let side = match as_i64(int) {
        Ok(value) => return Ok(value.into()),
        Err(side) => side,
    };
    // Only the lack of memory can make it fail: then it is as if the number were too large.
    let (high, low) = halves(int).map_err(|_| side)?;
    match (as_i64(&high), as_u64(&low)) {
        (Ok(high), Ok(low)) => Ok((i128::from(high) << 64) | i128::from(low)),
        _ => Err(side),
    }
}

fn as_u128(int: &Index<'_>) -> Result<u128, Ordering> {
    let side = match as_u64(int) {
        Ok(value) => return Ok(value.into()),
        Err(side) => side,
    };
    if side == Ordering::Less {
        return Err(side);
    }
    let (high, low) = halves(int).map_err(|_| side)?;
    match (as_u64(&high), as_u64(&low)) {
        (Ok(high), Ok(low)) => Ok((u128::from(high) << 64) | u128::from(low)),
        _ => Err(side),
    }
}

/// `high << 64 | low`
fn join<'py>(high: Bound<'py, PyInt>, low: Bound<'py, PyInt>) -> PyResult<Bound<'py, PyInt>> {
    let int = high.lshift(64)?.bitor(low)?;
    // SAFETY: what these operators make of two `int`s is one.
    Ok(unsafe { int.downcast_into_unchecked() })
}

fn from_i128(py: Python<'_>, value: i128) -> PyResult<Bound<'_, PyInt>> {
    match i64::try_from(value) {
        Ok(value) => from_i64(py, value),
        Err(_) => join(from_i64(py, (value >> 64) as i64)?, from_u64(py, value as u64)?),
    }
}

fn from_u128(py: Python<'_>, value: u128) -> PyResult<Bound<'_, PyInt>> {
    match u64::try_from(value) {
        Ok(value) => from_u64(py, value),
        Err(_) => join(from_u64(py, (value >> 64) as u64)?, from_u64(py, value as u64)?),
    }
}

integers! {
    i128: true, i128, as_i128, from_i128;
    u128: false, u128, as_u128, from_u128;
}
