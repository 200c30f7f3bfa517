//! Positions and slices, as a list takes them.

use crate::err::exceptions::{PyIndexError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, PyAny};
use crate::types::PySlice;
use std::ptr::null_mut;

/// What is in the brackets.
pub(super) enum Key {
    Index(isize),
    Slice(Slice),
}

/// The parts of a slice, cut to what an `isize` holds.
#[derive(Clone, Copy)]
pub(super) struct Slice {
    start: Option<isize>,
    stop: Option<isize>,
    step: isize,
}

/// The positions that a slice picks: all of them inside.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    pub(super) start: isize,
    pub(super) step: isize,
    pub(super) len: usize,
}

impl Picked {
    /// In the order of the slice.
    pub(super) fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.len).map(move |n| (self.start + n as isize * self.step) as usize)
    }

    /// From the first to the last.
    pub(super) fn ascending(self) -> Picked {
        if self.step > 0 || self.len == 0 {
            return self;
        }
        Picked { start: self.start + (self.len as isize - 1) * self.step, step: -self.step, len: self.len }
    }

    /// The range that a slice without gaps is.
    pub(super) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.len
    }
}

impl Slice {
    /// What it picks of `len` items. (`PySlice_AdjustIndices`)
    #[inline]
    pub(super) fn of(self, len: usize) -> Picked {
        let len = isize::try_from(len).unwrap_or(isize::MAX);
        let back = self.step < 0;
        let (least, most) = if back { (-1, len - 1) } else { (0, len) };
        let cut = |part: isize| if part < 0 { part.saturating_add(len).max(least) } else { part.min(most) };
        let start = self.start.map_or(if back { most } else { least }, cut);
        let stop = self.stop.map_or(if back { least } else { most }, cut);
        let len = match (back, start < stop, stop < start) {
            (false, true, _) => (stop - start - 1) / self.step + 1,
            (true, _, true) => (start - stop - 1) / -self.step + 1,
            _ => 0,
        };
        Picked { start, step: self.step, len: len as usize }
    }

    /// Whether it replaces a run of items, however many take their place.
    pub(super) fn is_plain(self) -> bool {
        self.step == 1
    }
}

/// An index as C has it; one that is too large is cut, or is an error of the given class.
#[inline]
fn number(object: &Bound<'_, PyAny>, error: *mut ffi::PyObject) -> PyResult<isize> {
    // SAFETY: a live object and an exception class or null; -1 may be an error.
    let number = unsafe { ffi::PyNumber_AsSsize_t(object.as_ptr(), error) };
    if number == -1 {
        if let Some(error) = PyErr::take(object.py()) {
            return Err(error);
        }
    }
    Ok(number)
}

#[inline]
fn is_index(object: &Bound<'_, PyAny>) -> bool {
    // SAFETY: a live object.
    unsafe { ffi::PyIndex_Check(object.as_ptr()) != 0 }
}

#[inline]
fn part(object: &Bound<'_, PyAny>) -> PyResult<Option<isize>> {
    if object.is_none() {
        return Ok(None);
    }
    if !is_index(object) {
        return Err(no_index(object));
    }
    number(object, null_mut()).map(Some)
}

/// What the interpreter says of such a part of a slice, which differs between the versions.
#[cold]
#[inline]
fn no_index(object: &Bound<'_, PyAny>) -> PyErr {
    let py = object.py();
    let (mut start, mut stop, mut step) = (0, 0, 0);
    // SAFETY: the part is alive, the slice a new reference or null; the three numbers are written to.
    let slice = unsafe {
        Bound::from_owned_ptr_or_err(py, ffi::PySlice_New(object.as_ptr(), null_mut(), null_mut()))
    };
    match slice {
        // SAFETY: as above.
        Ok(slice) => match unsafe { ffi::PySlice_Unpack(slice.as_ptr(), &mut start, &mut stop, &mut step) } {
            -1 => PyErr::fetch(py),
            _ => PyErr::with_message::<PyTypeError>("slice indices must be integers"),
        },
        Err(error) => error,
    }
}

impl Key {
    /// Reads what is in the brackets of a container called `name`. May run Python code.
    #[inline]
    pub(super) fn read(name: &str, key: &Bound<'_, PyAny>) -> PyResult<Key> {
        if is_index(key) {
            // SAFETY: the exception class lives as long as the interpreter.
            return number(key, unsafe { ffi::PyExc_IndexError }).map(Key::Index);
        }
        if key.downcast::<PySlice>().is_err() {
            let what = key.get_type().name()?;
            let text = format!("{name} indices must be integers or slices, not {what}");
            return Err(PyErr::with_message::<PyTypeError>(text));
        }
        // As C does it, the step comes first.
        let step = part(&key.getattr("step")?)?.unwrap_or(1);
        if step == 0 {
            return Err(PyErr::with_message::<PyValueError>("slice step cannot be zero"));
        }
        let start = part(&key.getattr("start")?)?;
        let stop = part(&key.getattr("stop")?)?;
        // So that its opposite is a number too.
        Ok(Key::Slice(Slice { start, stop, step: step.max(-isize::MAX) }))
    }
}

/// A position that may count from the end, if there is an item.
#[inline]
pub(super) fn inside(index: isize, len: usize) -> Option<usize> {
    let index = if index < 0 { index.checked_add(len as isize)? } else { index };
    usize::try_from(index).ok().filter(|index| *index < len)
}

/// A bound, from 0 to `len`.
#[inline]
pub(super) fn bound(index: isize, len: usize) -> usize {
    let index = if index < 0 { index.saturating_add(len as isize).max(0) } else { index };
    (index as usize).min(len)
}

#[cold]
#[inline]
pub(super) fn out_of_range(what: String) -> PyErr {
    PyErr::with_message::<PyIndexError>(format!("{what} index out of range"))
}

/// An argument of `index`: cut to what fits.
#[derive(Clone, Copy)]
pub(super) struct Limit(pub(super) isize);

impl<'a, 'py> FromPyObject<'a, 'py> for Limit {
    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        if !is_index(object) {
            let text = "slice indices must be integers or have an __index__ method";
            return Err(PyErr::with_message::<PyTypeError>(text));
        }
        number(object, null_mut()).map(Limit)
    }
}

/// A position, or `OverflowError`.
#[derive(Clone, Copy)]
pub(super) struct Position(pub(super) isize);

impl<'a, 'py> FromPyObject<'a, 'py> for Position {
    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        if !is_index(object) {
            let text = format!("'{}' object cannot be interpreted as an integer", object.get_type().name()?);
            return Err(PyErr::with_message::<PyTypeError>(text));
        }
        // SAFETY: the exception class lives as long as the interpreter.
        number(object, unsafe { ffi::PyExc_OverflowError }).map(Position)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        is_index(object)
    }
}

/// Anything that is true or false.
#[derive(Clone, Copy)]
pub(super) struct Flag(pub(super) bool);

impl<'a, 'py> FromPyObject<'a, 'py> for Flag {
    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        object.is_truthy().map(Flag)
    }
}

#[cfg(test)]
mod tests {
    use super::Slice;

    fn picked(start: Option<isize>, stop: Option<isize>, step: isize, len: usize) -> Vec<usize> {
        Slice { start, stop, step }.of(len).positions().collect()
    }

    #[test]
    fn slices_pick_what_is_there() {
        assert_eq!(picked(None, None, 1, 3), [0, 1, 2]);
        assert_eq!(picked(None, None, -1, 3), [2, 1, 0]);
        assert_eq!(picked(Some(-2), None, 1, 5), [3, 4]);
        assert_eq!(picked(Some(1), Some(100), 2, 6), [1, 3, 5]);
        assert_eq!(picked(Some(100), Some(-100), -2, 5), [4, 2, 0]);
        assert_eq!(picked(Some(3), Some(1), 1, 5), []);
        assert_eq!(picked(None, None, isize::MAX, 5), [0]);
        assert_eq!(picked(Some(isize::MIN), Some(isize::MAX), 1, 2), [0, 1]);
        assert_eq!(picked(None, None, -isize::MAX, 2), [1]);
        assert_eq!(picked(None, None, -1, 0), []);
    }

    #[test]
    fn descending_slices_can_be_turned() {
        let slice = Slice { start: None, stop: None, step: -2 };
        assert_eq!(slice.of(6).ascending().positions().collect::<Vec<_>>(), [1, 3, 5]);
    }
}
