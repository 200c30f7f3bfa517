//! `tuple`.

use super::{PyList, PySequence, SequenceIndex};
use crate::err::PyErr;
use crate::err::PyResult;
use crate::err::exceptions::PyIndexError;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, Python, native_type};

native_type! {
    /// Python's `tuple`.
    ///
    /// A Rust tuple converts to and from one; this is for a length that is not known when compiling. The methods work on
    /// the tuple's own storage: a Python subclass that overrides `__getitem__` is not asked.
    ///
    /// ```
    /// use pyrules::{PyTuple, Python};
    ///
    /// Python::attach(|py| {
    ///     let tuple = PyTuple::new(py, ["a", "b", "c"])?;
    ///     assert_eq!(tuple.len(), 3);
    ///     assert_eq!(tuple.get_item(-1)?.extract::<String>()?, "c");
    ///     assert!(tuple.contains("b")?);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyTuple = "tuple", ffi::PyTuple_Type, PyTuple_Check;
}

impl PyTuple {
    /// A tuple of the elements. (`PyTuple_New`)
    ///
    /// # Errors
    /// Those of converting an element.
    #[inline]
    pub fn new<'py, T>(
        py: Python<'py>,
        elements: impl IntoIterator<Item = T>,
    ) -> PyResult<Bound<'py, PyTuple>>
    where
        T: IntoPyObject<'py>,
    {
        let mut elements = elements.into_iter();
        let (promised, most) = elements.size_hint();
        let room = match isize::try_from(promised) {
            Ok(room) if most == Some(promised) => room,
            // A tuple cannot grow.
            _ => return Ok(PyList::new(py, elements)?.to_tuple()),
        };
        // SAFETY: attached; returns a new reference or null.
        let tuple = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyTuple_New(room))? };
        // SAFETY: `PyTuple_New` makes a tuple.
        let tuple: Bound<'py, PyTuple> = unsafe { tuple.downcast_into_unchecked() };
        // Converting an element may run any Python code: it must not find a tuple with empty places.
        // The empty one is shared, and full.
        let hidden = (room > 0).then(|| super::hidden::Hidden::new(&tuple));
        for index in 0..room {
            let Some(element) = elements.next() else {
                // Fewer than promised: only the places that were filled are copied.
                return tuple.slice(0, index);
            };
            let element = element.into_pyobject(py)?;
            // SAFETY: a new tuple whose place `index` is empty; the reference is given away.
            unsafe { ffi::PyTuple_SET_ITEM(tuple.as_ptr(), index, element.into_ptr()) };
        }
        drop(hidden);
        match elements.next() {
            None => Ok(tuple),
            Some(element) => {
                // More than promised.
                let list = tuple.to_list();
                list.append(element)?;
                elements.try_for_each(|element| list.append(element))?;
                Ok(list.to_tuple())
            }
        }
    }

    /// The empty tuple.
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn empty(py: Python<'_>) -> Bound<'_, PyTuple> {
        // SAFETY: attached; returns a new reference or null.
        unsafe { Bound::from_owned_ptr(py, ffi::PyTuple_New(0)).downcast_into_unchecked() }
    }
}

impl<'py> Bound<'py, PyTuple> {
    /// The number of items. (`PyTuple_Size`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a tuple.
        unsafe { ffi::PyTuple_GET_SIZE(self.as_ptr()) as usize }
    }

    /// Whether there are no items.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a position; a negative one counts from the end. (`PyTuple_GetItem`)
    ///
    /// # Errors
    /// `IndexError` if there is none.
    #[inline]
    pub fn get_item(&self, index: impl SequenceIndex) -> PyResult<Bound<'py, PyAny>> {
        match index.item(self.len()) {
            // SAFETY: inside the tuple.
            Some(index) => Ok(unsafe { self.get_item_unchecked(index) }),
            None => Err(PyErr::with_message::<PyIndexError>("tuple index out of range")),
        }
    }

    /// The item at a position that is known to be there. (`PyTuple_GetItem`)
    ///
    /// # Safety
    /// `index` is less than the length.
    #[inline]
    pub unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny> {
        // SAFETY: a tuple and, as the caller says, one of its positions; its items are alive.
        unsafe { Bound::from_borrowed_ptr(self.py(), ffi::PyTuple_GET_ITEM(self.as_ptr(), index as isize)) }
    }

    /// The items between two positions, as a tuple: `tuple[low:high]`. (`PyTuple_GetSlice`)
    #[inline]
    pub fn get_slice(
        &self,
        low: impl SequenceIndex,
        high: impl SequenceIndex,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let len = self.len();
        let low = low.bound(len);
        self.slice(low as isize, high.bound(len).max(low) as isize)
    }

    #[inline]
    fn slice(&self, low: isize, high: isize) -> PyResult<Bound<'py, PyTuple>> {
        // SAFETY: a tuple; returns a new reference or null.
        let slice = unsafe {
            Bound::from_owned_ptr_or_err(self.py(), ffi::PyTuple_GetSlice(self.as_ptr(), low, high))?
        };
        // SAFETY: a slice of a tuple is a tuple.
        Ok(unsafe { slice.downcast_into_unchecked() })
    }

    /// The items in place: nothing is copied or counted.
    ///
    /// ```
    /// use pyrules::{PyTuple, Python};
    ///
    /// Python::attach(|py| {
    ///     let tuple = PyTuple::new(py, [1, 2, 3])?;
    ///     let [first, .., last] = tuple.as_slice() else { panic!("three items") };
    ///     assert!(first.lt(last)?);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn as_slice(&self) -> &[Bound<'py, PyAny>] {
        // SAFETY: a tuple never changes, holds `len` non-null pointers in a row and keeps them alive as long as `self`
        // does; `Bound` is transparent over such a pointer.
        unsafe { std::slice::from_raw_parts(ffi::PyTuple_ITEMS(self.as_ptr()).cast(), self.len()) }
    }

    /// Whether an item equals the value: `value in tuple`. (`PySequence_Contains`)
    ///
    /// # Errors
    /// Those of the comparison.
    #[inline]
    pub fn contains(&self, value: impl IntoPyObject<'py>) -> PyResult<bool> {
        self.as_sequence().contains(value)
    }

    /// The position of the first item that equals the value. (`PySequence_Index`)
    ///
    /// # Errors
    /// `ValueError` if there is none, and those of the comparison.
    #[inline]
    pub fn index(&self, value: impl IntoPyObject<'py>) -> PyResult<usize> {
        self.as_sequence().index(value)
    }

    /// A list of the items. (`PySequence_List`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn to_list(&self) -> Bound<'py, PyList> {
        let py = self.py();
        let len = self.len();
        // SAFETY: attached; a new list of `len` empty places, each of which is filled before anything else can run.
        unsafe {
            let list = Bound::from_owned_ptr(py, ffi::PyList_New(len as isize));
            for index in 0..len {
                ffi::PyList_SET_ITEM(
                    list.as_ptr(),
                    index as isize,
                    self.get_item_unchecked(index).into_ptr(),
                );
            }
            list.downcast_into_unchecked()
        }
    }

    /// The same tuple as a sequence.
    #[inline]
    pub fn as_sequence(&self) -> &Bound<'py, PySequence> {
        // SAFETY: a tuple is a sequence.
        unsafe { self.downcast_unchecked() }
    }

    /// The same tuple as a sequence.
    #[inline]
    pub fn into_sequence(self) -> Bound<'py, PySequence> {
        // SAFETY: a tuple is a sequence.
        unsafe { self.downcast_into_unchecked() }
    }

    /// The items in order; `for item in &tuple` does the same.
    #[inline]
    pub fn iter(&self) -> TupleIter<'py> {
        TupleIter { end: self.len(), tuple: self.clone(), next: 0 }
    }
}

/// An iterator over the items of a tuple.
#[derive(Clone)]
pub struct TupleIter<'py> {
    tuple: Bound<'py, PyTuple>,
    next: usize,
    end: usize,
}

impl<'py> Iterator for TupleIter<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.nth(0)
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        if n < self.len() {
            self.next += n + 1;
            // SAFETY: `end` is at most the length, which does not change.
            Some(unsafe { self.tuple.get_item_unchecked(self.next - 1) })
        } else {
            self.next = self.end;
            None
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }

    #[inline]
    fn count(self) -> usize {
        self.len()
    }

    #[inline]
    fn last(mut self) -> Option<Self::Item> {
        self.next_back()
    }
}

impl DoubleEndedIterator for TupleIter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.nth_back(0)
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        if n < self.len() {
            self.end -= n + 1;
            // SAFETY: `end` was at most the length, which does not change.
            Some(unsafe { self.tuple.get_item_unchecked(self.end) })
        } else {
            self.end = self.next;
            None
        }
    }
}

impl ExactSizeIterator for TupleIter<'_> {}
impl std::iter::FusedIterator for TupleIter<'_> {}

impl std::fmt::Debug for TupleIter<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TupleIter").field("next", &self.next).field("end", &self.end).finish_non_exhaustive()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyTuple> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = TupleIter<'py>;

    #[inline]
    fn into_iter(self) -> TupleIter<'py> {
        self.iter()
    }
}

impl<'py> IntoIterator for Bound<'py, PyTuple> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = TupleIter<'py>;

    #[inline]
    fn into_iter(self) -> TupleIter<'py> {
        TupleIter { end: self.len(), tuple: self, next: 0 }
    }
}
