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

macro_rules! ranges {
    ($($Int:ident)*) => { $(
        impl<'py> FromPyObject<'_, 'py> for Range<$Int> {
            const HINT: TypeHint = RANGE;

            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                let (start, stop) = bounds(object)?;
                Ok(start.extract()?..stop.extract()?)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for RangeInclusive<$Int> {
            const HINT: TypeHint = RANGE;

            /// Of an empty `range` it is `1..=0`.
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                let (start, stop) = bounds(object)?;
                if start.ge(&stop)? {
                    return Ok(RangeInclusive::new(1, 0));
                }
                Ok(start.extract()?..=stop.sub(1)?.extract()?)
            }
        }

        impl<'py> IntoPyObject<'py> for Range<$Int> {
            type Target = PyRange;
            const HINT: TypeHint = RANGE;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
                new_range(py, self.start, self.end)
            }
        }

        impl<'py> IntoPyObject<'py> for RangeInclusive<$Int> {
            type Target = PyRange;
            const HINT: TypeHint = RANGE;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
                // One more than the end may not fit the Rust type; Python's `int` has no end.
                if self.is_empty() {
                    return new_range(py, *self.start(), *self.start());
                }
                let stop = self.end().into_pyobject(py)?.add(1)?;
                new_range(py, *self.start(), stop)
            }
        }

        impl<'py> IntoPyObject<'py> for &Range<$Int> {
            type Target = PyRange;
            const HINT: TypeHint = RANGE;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
                self.clone().into_pyobject(py)
            }
        }

        impl<'py> IntoPyObject<'py> for &RangeInclusive<$Int> {
            type Target = PyRange;
            const HINT: TypeHint = RANGE;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyRange>> {
                self.clone().into_pyobject(py)
            }
        }
    )* };
}

ranges! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
