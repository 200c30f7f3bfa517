//! Ranges of integers: `range`.
//!
//! A `slice` is not taken: it says nothing about where it ends without the length of what it cuts.

use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyTypeInfo, Python, TypeHint};
use crate::types::PyRange;
use std::ops::{Range, RangeInclusive};

const RANGE: TypeHint = TypeHint::Name("range");

/// `start` and `stop` of a `range` whose step is 1.
#[inline]
fn bounds<'py>(object: &Bound<'py, PyAny>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    object.downcast::<PyRange>()?;
    // Through `__reduce__`, since the range of 2.7 has no attributes.
    let (_, arguments): (Bound<'py, PyAny>, Bound<'py, PyAny>) =
        object.call_method0("__reduce__")?.extract()?;
    let (start, stop, step): (Bound<'py, PyAny>, Bound<'py, PyAny>, Bound<'py, PyAny>) =
        arguments.extract()?;
    if !step.eq(1)? {
        return Err(PyErr::with_message::<PyValueError>("expected a range with step 1"));
    }
    Ok((start, stop))
}

#[inline]
fn new_range<'py>(
    py: Python<'py>,
    start: impl IntoPyObject<'py>,
    stop: impl IntoPyObject<'py>,
) -> PyResult<Bound<'py, PyRange>> {
    // SAFETY: the type object is alive as long as the interpreter.
    let class = unsafe { Bound::from_borrowed_ptr(py, PyRange::type_object_raw(py).cast()) };
    // SAFETY: what the class `range` makes is one.
    Ok(unsafe { class.call1((start, stop))?.downcast_into_unchecked() })
}

impl<'py, T> FromPyObject<'_, 'py> for Range<T>
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = RANGE;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let (start, stop) = bounds(object)?;
        Ok(start.extract()?..stop.extract()?)
    }
}

impl<'py, T> FromPyObject<'_, 'py> for RangeInclusive<T>
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = RANGE;

    /// Of an empty `range` it is `1..=0`.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let (start, stop) = bounds(object)?;
        if start.ge(&stop)? {
            let py = object.py();
            let (one, zero) = (1.into_pyobject(py)?.into_any(), 0.into_pyobject(py)?.into_any());
            return Ok(one.extract()?..=zero.extract()?);
        }
        Ok(start.extract()?..=stop.sub(1)?.extract()?)
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Range<T> {
    type Target = PyRange;
    const HINT: TypeHint = RANGE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
        new_range(py, self.start, self.end)
    }
}

impl<'py, T: IntoPyObject<'py> + PartialOrd> IntoPyObject<'py> for RangeInclusive<T> {
    type Target = PyRange;
    const HINT: TypeHint = RANGE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
        let empty = self.is_empty();
        let (start, end) = self.into_inner();
        let start = start.into_pyobject(py)?.into_any();
        if empty {
            return new_range(py, &start, &start);
        }
        // One more than the end may not fit the Rust type; Python's `int` has no end.
        let stop = end.into_pyobject(py)?.into_any().add(1)?;
        new_range(py, start, stop)
    }
}

impl<'py, T: IntoPyObject<'py> + Clone> IntoPyObject<'py> for &Range<T> {
    type Target = PyRange;
    const HINT: TypeHint = RANGE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
        self.clone().into_pyobject(py)
    }
}

impl<'py, T: IntoPyObject<'py> + PartialOrd + Clone> IntoPyObject<'py> for &RangeInclusive<T> {
    type Target = PyRange;
    const HINT: TypeHint = RANGE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
        self.clone().into_pyobject(py)
    }
}
