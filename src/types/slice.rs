//! `slice` and `range`.

use super::PyType;
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeInfo, Python, native_type};
use std::ptr::null_mut;

native_type! {
    /// Python's `slice`, which `a[start:stop:step]` makes.
    ///
    /// ```
    /// use pyrules::{PySlice, Python};
    ///
    /// Python::attach(|py| {
    ///     let list = py.eval("[10, 11, 12, 13, 14]", None, None)?;
    ///     let every_other = list.get_item(PySlice::new(py, 0, 4, 2))?;
    ///     assert_eq!(every_other.extract::<Vec<i32>>()?, [10, 12]);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PySlice = "slice", ffi::PySlice_Type, PySlice_Check;

    /// Python's `range`; on 2.7 `xrange`.
    ///
    /// ```
    /// use pyrules::{PyRange, Python};
    ///
    /// Python::attach(|py| {
    ///     let range = PyRange::new_with_step(py, 10, 1, -3)?;
    ///     assert_eq!((range.start()?, range.stop()?, range.step()?), (10, 1, -3));
    ///     assert_eq!(range.len()?, 3);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyRange = "range", ffi::PyRange_Type, _;
}

/// The positions that a slice picks from a sequence of a certain length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PySliceIndices {
    /// The first position; for a negative step the highest one.
    pub start: isize,
    /// Where it stops; this position is not picked, and may be -1.
    pub stop: isize,
    /// From one position to the next; not 0.
    pub step: isize,
    /// How many positions there are.
    pub len: usize,
}

impl PySliceIndices {
    /// The positions in order. Each is inside the sequence.
    #[inline]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + Clone {
        // None of these positions is past the last one, hence none overflows.
        (0..self.len).map(move |n| (self.start + n as isize * self.step) as usize)
    }
}

impl PySlice {
    /// `slice(start, stop, step)`. (`PySlice_New`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn new(py: Python<'_>, start: isize, stop: isize, step: isize) -> Bound<'_, PySlice> {
        // SAFETY: attached; `PySlice_New` counts its arguments itself and returns a new slice or null.
        unsafe {
            let number = |value| Bound::from_owned_ptr(py, ffi::PyLong_FromSsize_t(value));
            let (start, stop, step) = (number(start), number(stop), number(step));
            let slice = ffi::PySlice_New(start.as_ptr(), stop.as_ptr(), step.as_ptr());
            Bound::from_owned_ptr(py, slice).downcast_into_unchecked()
        }
    }

    /// `slice(None, None, None)`, which picks everything: `a[:]`. (`PySlice_New`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn full(py: Python<'_>) -> Bound<'_, PySlice> {
        // SAFETY: attached; null stands for `None`; returns a new slice or null.
        unsafe {
            Bound::from_owned_ptr(py, ffi::PySlice_New(null_mut(), null_mut(), null_mut()))
                .downcast_into_unchecked()
        }
    }
}

impl Bound<'_, PySlice> {
    /// What the slice picks from a sequence of `len` items. (`PySlice_GetIndicesEx`)
    ///
    /// ```
    /// use pyrules::{PySlice, Python};
    ///
    /// Python::attach(|py| {
    ///     let word = ["a", "b", "c", "d", "e"];
    ///     let back = PySlice::new(py, -1, -6, -2).indices(word.len())?;
    ///     assert_eq!(back.iter().map(|index| word[index]).collect::<String>(), "eca");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the slice does not consist of integers and `None`, `ValueError` if its step is 0.
    #[inline]
    pub fn indices(&self, len: usize) -> PyResult<PySliceIndices> {
        // No sequence is longer.
        let all = isize::try_from(len).unwrap_or(isize::MAX);
        let (mut start, mut stop, mut step, mut len) = (0, 0, 0, 0);
        // SAFETY: a slice, and four places for the results.
        let result = unsafe {
            ffi::PySlice_GetIndicesEx(
                self.as_ptr().cast(),
                all,
                &raw mut start,
                &raw mut stop,
                &raw mut step,
                &raw mut len,
            )
        };
        error_on_minus_one(self.py(), result)?;
        Ok(PySliceIndices { start, stop, step, len: len as usize })
    }
}

impl PyRange {
    /// `range(start, stop)`.
    ///
    /// # Errors
    /// On 2.7 `OverflowError` for a length that C has no number for.
    #[inline]
    pub fn new(py: Python<'_>, start: isize, stop: isize) -> PyResult<Bound<'_, PyRange>> {
        Self::new_with_step(py, start, stop, 1)
    }

    /// `range(start, stop, step)`.
    ///
    /// # Errors
    /// `ValueError` if the step is 0.
    #[inline]
    pub fn new_with_step(
        py: Python<'_>,
        start: isize,
        stop: isize,
        step: isize,
    ) -> PyResult<Bound<'_, PyRange>> {
        // SAFETY: attached; the type object is static.
        let class = unsafe { PyType::from_borrowed_type_ptr(py, PyRange::type_object_raw(py)) };
        // SAFETY: calling the type makes an instance.
        class.call1((start, stop, step)).map(|range| unsafe { range.downcast_into_unchecked() })
    }
}

impl Bound<'_, PyRange> {
    /// The first number.
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[inline]
    pub fn start(&self) -> PyResult<isize> {
        self.parts().map(|(start, _, _)| start)
    }

    /// The number where it stops, which is not in it. On 2.7 it is the next number after the last one.
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[inline]
    pub fn stop(&self) -> PyResult<isize> {
        self.parts().map(|(_, stop, _)| stop)
    }

    /// From one number to the next.
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[inline]
    pub fn step(&self) -> PyResult<isize> {
        self.parts().map(|(_, _, step)| step)
    }

    #[cfg(Py_3)]
    #[inline]
    fn parts(&self) -> PyResult<(isize, isize, isize)> {
        Ok((
            number(&self.getattr("start")?)?,
            number(&self.getattr("stop")?)?,
            number(&self.getattr("step")?)?,
        ))
    }

    /// 2.7's `xrange` has no attributes; its pickle has them.
    #[cfg(Py_2)]
    #[inline]
    fn parts(&self) -> PyResult<(isize, isize, isize)> {
        let parts = self.call_method0("__reduce__")?.get_item(1)?;
        Ok((number(&parts.get_item(0)?)?, number(&parts.get_item(1)?)?, number(&parts.get_item(2)?)?))
    }
}

#[inline]
fn number(object: &Bound<'_, PyAny>) -> PyResult<isize> {
    // SAFETY: a live object.
    let number = unsafe { ffi::PyNumber_AsSsize_t(object.as_ptr(), ffi::PyExc_OverflowError) };
    crate::err::error_if_set(object.py(), number, number == -1)
}
