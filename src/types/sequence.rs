//! Sequences: whatever has a length and items by position.

use super::imported::imported_class;
use super::{PyList, PyTuple, PyType, SequenceIndex};
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, PyTypeCheck, Python, Specific};

/// A `list`, `tuple`, `str`, `bytes` or `bytearray`, or an instance of a class that is a `collections.abc.Sequence`: `range`,
/// and what is registered as one.
///
/// ```
/// use pyrules::{PySequence, Python};
///
/// Python::attach(|py| {
///     let range = py.eval("range(10)", None, None)?;
///     let range = range.downcast::<PySequence>()?;
///     assert_eq!(range.len()?, 10);
///     assert_eq!(range.get_item(-1)?.extract::<i32>()?, 9);
///     assert!(py.eval("{1: 2}", None, None)?.downcast::<PySequence>().is_err());
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[derive(Debug)]
pub struct PySequence(PyAny);

impl Specific for PySequence {}

// SAFETY: the methods below call the sequence protocol, which checks for itself whether an object has it.
unsafe impl PyTypeCheck for PySequence {
    const NAME: &'static str = "Sequence";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        let native = unsafe {
            ffi::PyList_Check(object.as_ptr()) != 0
                || ffi::PyTuple_Check(object.as_ptr()) != 0
                || ffi::PyUnicode_Check(object.as_ptr()) != 0
                || ffi::PyBytes_Check(object.as_ptr()) != 0
                || ffi::PyByteArray_Check(object.as_ptr()) != 0
        };
        native || abstract_check(object, abstract_sequence)
    }
}

/// Whether an object is an instance of an abstract class; an error says no, and is reported as unraisable.
#[inline]
pub(super) fn abstract_check(
    object: &Bound<'_, PyAny>,
    class: for<'py> fn(Python<'py>) -> PyResult<&'py Bound<'py, PyType>>,
) -> bool {
    let py = object.py();
    let check = || {
        let class = class(py)?;
        // SAFETY: both are alive.
        let is = unsafe { ffi::PyObject_IsInstance(object.as_ptr(), class.as_ptr()) };
        Ok(error_on_minus_one(py, is)? != 0)
    };
    check().unwrap_or_else(|error: PyErr| {
        error.write_unraisable(py, Some(object));
        false
    })
}

imported_class! {
    #[inline]
    fn abstract_sequence = ["collections.abc", "collections"], "Sequence";
}

impl PySequence {
    /// Registers a class as a `collections.abc.Sequence`, so that its instances are taken for one.
    #[inline]
    pub fn register(class: &Bound<'_, PyType>) -> PyResult<()> {
        abstract_sequence(class.py())?.call_method1("register", (class,)).map(drop)
    }
}

/// The result of a C function that answers with a length or a position.
#[inline]
fn count(py: Python<'_>, result: isize) -> PyResult<usize> {
    error_on_minus_one(py, result).map(|count| count as usize)
}

impl<'py> Bound<'py, PySequence> {
    /// The number of items. (`PySequence_Size`)
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: a live object.
        count(self.py(), unsafe { ffi::PySequence_Size(self.as_ptr()) })
    }

    /// Whether there are no items.
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.len().map(|len| len == 0)
    }

    /// A position as C has it. A number beyond its range is beyond the length too: then the largest one stands for it.
    #[inline]
    fn position(&self, index: impl SequenceIndex) -> PyResult<isize> {
        Ok(index.item(self.len()?).map_or(isize::MAX, |index| index as isize))
    }

    /// Both ends of a slice.
    #[inline]
    fn bounds(&self, low: impl SequenceIndex, high: impl SequenceIndex) -> PyResult<(isize, isize)> {
        let len = self.len()?;
        Ok((low.bound(len) as isize, high.bound(len) as isize))
    }

    /// Both joined, as a new sequence: `a + b`. (`PySequence_Concat`)
    #[inline]
    pub fn concat(&self, other: &Bound<'py, PySequence>) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: both are alive; returns a new reference or null.
        unsafe { self.made(ffi::PySequence_Concat(self.as_ptr(), other.as_ptr())) }
    }

    /// The sequence `count` times, as a new one: `a * count`. (`PySequence_Repeat`)
    #[inline]
    pub fn repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>> {
        let count = isize::try_from(count).unwrap_or(isize::MAX);
        // SAFETY: a live object; returns a new reference or null.
        unsafe { self.made(ffi::PySequence_Repeat(self.as_ptr(), count)) }
    }

    /// Joins in place where the object can: `a += b`; returns the result, which may be another object.
    /// (`PySequence_InPlaceConcat`)
    #[inline]
    pub fn in_place_concat(&self, other: &Bound<'py, PySequence>) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: both are alive; returns a new reference or null.
        unsafe { self.made(ffi::PySequence_InPlaceConcat(self.as_ptr(), other.as_ptr())) }
    }

    /// Repeats in place where the object can: `a *= count`; returns the result, which may be another object.
    /// (`PySequence_InPlaceRepeat`)
    #[inline]
    pub fn in_place_repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>> {
        let count = isize::try_from(count).unwrap_or(isize::MAX);
        // SAFETY: a live object; returns a new reference or null.
        unsafe { self.made(ffi::PySequence_InPlaceRepeat(self.as_ptr(), count)) }
    }

    /// # Safety
    /// `object` is null with an exception set, or a new reference to something with the sequence protocol.
    #[inline]
    unsafe fn made(&self, object: *mut ffi::PyObject) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: forwarded from the caller.
        unsafe { Ok(Bound::from_owned_ptr_or_err(self.py(), object)?.downcast_into_unchecked()) }
    }

    /// The item at a position; a negative one counts from the end. (`PySequence_GetItem`)
    #[inline]
    pub fn get_item(&self, index: impl SequenceIndex) -> PyResult<Bound<'py, PyAny>> {
        let index = self.position(index)?;
        // SAFETY: a live object; returns a new reference or null.
        unsafe { Bound::from_owned_ptr_or_err(self.py(), ffi::PySequence_GetItem(self.as_ptr(), index)) }
    }

    /// The items between two positions: `a[low:high]`. (`PySequence_GetSlice`)
    #[inline]
    pub fn get_slice(
        &self,
        low: impl SequenceIndex,
        high: impl SequenceIndex,
    ) -> PyResult<Bound<'py, PySequence>> {
        let (low, high) = self.bounds(low, high)?;
        // SAFETY: a live object; returns a new reference or null.
        unsafe { self.made(ffi::PySequence_GetSlice(self.as_ptr(), low, high)) }
    }

    /// Replaces an item: `a[index] = item`. (`PySequence_SetItem`)
    #[inline]
    pub fn set_item(&self, index: impl SequenceIndex, item: impl IntoPyObject<'py>) -> PyResult<()> {
        let item = item.lend_pyobject(self.py())?;
        let index = self.position(index)?;
        // SAFETY: both are alive.
        let set = unsafe { ffi::PySequence_SetItem(self.as_ptr(), index, item.as_ptr()) };
        error_on_minus_one(self.py(), set).map(drop)
    }

    /// Removes an item: `del a[index]`. (`PySequence_DelItem`)
    #[inline]
    pub fn del_item(&self, index: impl SequenceIndex) -> PyResult<()> {
        let index = self.position(index)?;
        // SAFETY: a live object.
        error_on_minus_one(self.py(), unsafe { ffi::PySequence_DelItem(self.as_ptr(), index) }).map(drop)
    }

    /// Replaces the items between two positions: `a[low:high] = items`. (`PySequence_SetSlice`)
    #[inline]
    pub fn set_slice(
        &self,
        low: impl SequenceIndex,
        high: impl SequenceIndex,
        items: impl IntoPyObject<'py>,
    ) -> PyResult<()> {
        let items = items.lend_pyobject(self.py())?;
        let (low, high) = self.bounds(low, high)?;
        // SAFETY: both are alive.
        let set = unsafe { ffi::PySequence_SetSlice(self.as_ptr(), low, high, items.as_ptr()) };
        error_on_minus_one(self.py(), set).map(drop)
    }

    /// Removes the items between two positions: `del a[low:high]`. (`PySequence_DelSlice`)
    #[inline]
    pub fn del_slice(&self, low: impl SequenceIndex, high: impl SequenceIndex) -> PyResult<()> {
        let (low, high) = self.bounds(low, high)?;
        // SAFETY: a live object.
        error_on_minus_one(self.py(), unsafe { ffi::PySequence_DelSlice(self.as_ptr(), low, high) }).map(drop)
    }

    /// How many items equal the value. (`PySequence_Count`)
    #[inline]
    pub fn count(&self, value: impl IntoPyObject<'py>) -> PyResult<usize> {
        let value = value.lend_pyobject(self.py())?;
        // SAFETY: both are alive.
        count(self.py(), unsafe { ffi::PySequence_Count(self.as_ptr(), value.as_ptr()) })
    }

    /// Whether an item equals the value: `value in a`. (`PySequence_Contains`)
    #[inline]
    pub fn contains(&self, value: impl IntoPyObject<'py>) -> PyResult<bool> {
        let value = value.lend_pyobject(self.py())?;
        // SAFETY: both are alive.
        let found = unsafe { ffi::PySequence_Contains(self.as_ptr(), value.as_ptr()) };
        Ok(error_on_minus_one(self.py(), found)? != 0)
    }

    /// The position of the first item that equals the value. (`PySequence_Index`)
    ///
    /// # Errors
    /// `ValueError` if there is none, and those of the comparison.
    #[inline]
    pub fn index(&self, value: impl IntoPyObject<'py>) -> PyResult<usize> {
        let value = value.lend_pyobject(self.py())?;
        // SAFETY: both are alive.
        count(self.py(), unsafe { ffi::PySequence_Index(self.as_ptr(), value.as_ptr()) })
    }

    /// A new list of the items. (`PySequence_List`)
    #[inline]
    pub fn to_list(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: a live object; returns a new list or null.
        unsafe {
            let list = Bound::from_owned_ptr_or_err(self.py(), ffi::PySequence_List(self.as_ptr()))?;
            Ok(list.downcast_into_unchecked())
        }
    }

    /// A tuple of the items. (`PySequence_Tuple`)
    #[inline]
    pub fn to_tuple(&self) -> PyResult<Bound<'py, PyTuple>> {
        // SAFETY: a live object; returns a tuple or null.
        unsafe {
            let tuple = Bound::from_owned_ptr_or_err(self.py(), ffi::PySequence_Tuple(self.as_ptr()))?;
            Ok(tuple.downcast_into_unchecked())
        }
    }
}
