//! `list`.

use super::{PySequence, PyTuple, SequenceIndex};
use crate::err::exceptions::PyIndexError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{
    Bound, IntoPyObject, NativeBase, PyAny, PyClassBase, Python, native_type, with_critical_section,
};

native_type! {
    /// Python's `list`.
    ///
    /// The methods below work on the list's own storage, as the C functions do that they name: a Python subclass that
    /// overrides `append` or `__getitem__` is not asked. [`PyAny`]'s methods of the same purpose
    /// (`list.as_any().get_item(0)`) ask it.
    ///
    /// ```
    /// use pyrules::{PyList, Python};
    ///
    /// Python::attach(|py| {
    ///     let list = PyList::new(py, [3, 1, 2])?;
    ///     list.append(0)?;
    ///     list.sort()?;
    ///     assert_eq!(list.to_string(), "[0, 1, 2, 3]");
    ///
    ///     let mut sum = 0;
    ///     for item in &list {
    ///         sum += item.extract::<i32>()?;
    ///     }
    ///     assert_eq!(sum, 6);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyList = "list", ffi::PyList_Type, PyList_Check;
}

// SAFETY: nothing is claimed.
unsafe impl PyClassBase for PyList {}
impl NativeBase for PyList {}

impl PyList {
    /// Whether [`lent_item`](Bound::lent_item) gives any.
    pub(crate) const LENDS: bool = !cfg!(any(Py_LIMITED_API, Py_GIL_DISABLED, PyPy));

    /// A list of the elements. (`PyList_New`)
    ///
    /// # Errors
    /// Those of converting an element.
    #[inline]
    pub fn new<'py, T>(py: Python<'py>, elements: impl IntoIterator<Item = T>) -> PyResult<Bound<'py, PyList>>
    where
        T: IntoPyObject<'py>,
    {
        let mut elements = elements.into_iter();
        let promised = elements.size_hint().0;
        // A size that no list can have is a mistaken hint: then the list grows as it goes.
        let room = isize::try_from(promised).unwrap_or(0);
        // SAFETY: attached; returns a new reference or null.
        let list = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyList_New(room))? };
        // SAFETY: `PyList_New` makes a list.
        let list: Bound<'py, PyList> = unsafe { list.downcast_into_unchecked() };
        // Converting an element may run any Python code: it must not find a list with empty places.
        let hidden = super::hidden::Hidden::new(&list);
        for index in 0..room {
            let Some(element) = elements.next() else {
                // Fewer than promised: the places that were not filled go.
                // SAFETY: a list; null stands for nothing.
                let cut = unsafe { ffi::PyList_SetSlice(list.as_ptr(), index, room, std::ptr::null_mut()) };
                error_on_minus_one(py, cut)?;
                drop(hidden);
                return Ok(list);
            };
            let element = element.into_pyobject(py)?;
            // SAFETY: a new list whose place `index` is empty; the reference is given away.
            unsafe { ffi::PyList_SET_ITEM(list.as_ptr(), index, element.into_ptr()) };
        }
        drop(hidden);
        for element in elements {
            list.append(element)?;
        }
        Ok(list)
    }

    /// An empty list. (`PyList_New`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn empty(py: Python<'_>) -> Bound<'_, PyList> {
        // SAFETY: attached; returns a new reference or null.
        unsafe { Bound::from_owned_ptr(py, ffi::PyList_New(0)).downcast_into_unchecked() }
    }
}

#[cold]
#[inline]
fn out_of_range() -> PyErr {
    PyErr::with_message::<PyIndexError>("list index out of range")
}

impl<'py> Bound<'py, PyList> {
    /// The number of items. (`PyList_Size`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a list.
        unsafe { ffi::PyList_GET_SIZE(self.as_ptr()) as usize }
    }

    /// Whether there are no items.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a position; a negative one counts from the end. (`PyList_GetItemRef`)
    ///
    /// # Errors
    /// `IndexError` if there is none.
    #[inline]
    pub fn get_item(&self, index: impl SequenceIndex) -> PyResult<Bound<'py, PyAny>> {
        index.item(self.len()).and_then(|index| self.item_if_there(index)).ok_or_else(out_of_range)
    }

    /// The item at a position that is known to be there. (`PyList_GetItemRef`)
    ///
    /// # Safety
    /// `index` is less than the length, and no other thread makes the list shorter meanwhile.
    #[inline]
    pub unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny> {
        #[cfg(not(any(Py_LIMITED_API, Py_GIL_DISABLED)))]
        // SAFETY: a list and, as the caller says, one of its positions.
        return unsafe {
            Bound::from_borrowed_ptr(self.py(), ffi::PyList_GET_ITEM(self.as_ptr(), index as isize))
        };
        #[cfg(any(Py_LIMITED_API, Py_GIL_DISABLED))]
        // SAFETY: a list and, as the caller says, one of its positions: a new reference, not null.
        return unsafe {
            Bound::from_owned_ptr(self.py(), ffi::PyList_GetItemRef(self.as_ptr(), index as isize))
        };
    }

    /// The item at a position, if the list has it, and if it can be lent: until anything else runs.
    #[inline]
    pub(crate) fn lent_item(&self, index: usize) -> Option<&Bound<'py, PyAny>> {
        #[cfg(not(any(Py_LIMITED_API, Py_GIL_DISABLED, PyPy)))]
        if index < self.len() {
            // SAFETY: the list has as many non-null pointers in a row; `Bound` is transparent over such a pointer. Who takes this
            // runs nothing that could change the list.
            return unsafe {
                let items = (*self.as_ptr().cast::<ffi::PyListObject>()).ob_item;
                Some(&*items.add(index).cast())
            };
        }
        let _ = index;
        None
    }

    /// The item at a position, if the list has it. The reference is counted before anything else can run.
    #[inline]
    pub(crate) fn item_if_there(&self, index: usize) -> Option<Bound<'py, PyAny>> {
        if index >= self.len() {
            return None;
        }
        #[cfg(not(any(Py_LIMITED_API, Py_GIL_DISABLED)))]
        // SAFETY: a list, whose length was just checked; nothing can run in between.
        return Some(unsafe { self.get_item_unchecked(index) });
        #[cfg(any(Py_LIMITED_API, Py_GIL_DISABLED))]
        // SAFETY: a list; returns a new reference, or null with `IndexError` if another thread made the list shorter.
        return unsafe {
            Bound::from_owned_ptr_or_err(self.py(), ffi::PyList_GetItemRef(self.as_ptr(), index as isize))
                .ok()
        };
    }

    /// The items between two positions, as a new list: `list[low:high]`. (`PyList_GetSlice`)
    #[inline]
    pub fn get_slice(
        &self,
        low: impl SequenceIndex,
        high: impl SequenceIndex,
    ) -> PyResult<Bound<'py, PyList>> {
        let (low, high) = self.bounds(low, high);
        // SAFETY: a list; returns a new reference or null.
        let slice = unsafe {
            Bound::from_owned_ptr_or_err(self.py(), ffi::PyList_GetSlice(self.as_ptr(), low, high))?
        };
        // SAFETY: a slice of a list is a list.
        Ok(unsafe { slice.downcast_into_unchecked() })
    }

    /// Both ends of a slice, the first not behind the second. Lengths fit an `isize`.
    #[inline]
    fn bounds(&self, low: impl SequenceIndex, high: impl SequenceIndex) -> (isize, isize) {
        let len = self.len();
        let low = low.bound(len);
        (low as isize, high.bound(len).max(low) as isize)
    }

    /// Replaces an item: `list[index] = item`. (`PyList_SetItem`)
    ///
    /// # Errors
    /// `IndexError` if there is no such item, and those of converting it.
    #[inline]
    pub fn set_item(&self, index: impl SequenceIndex, item: impl IntoPyObject<'py>) -> PyResult<()> {
        let item = item.into_pyobject(self.py())?;
        // The conversion may have run Python code, hence the length is asked for now.
        let index = index.item(self.len()).ok_or_else(out_of_range)?;
        // SAFETY: a list; the reference is given away, also when the call fails.
        let set = unsafe { ffi::PyList_SetItem(self.as_ptr(), index as isize, item.into_ptr()) };
        error_on_minus_one(self.py(), set).map(drop)
    }

    /// Removes an item: `del list[index]`. (`PyList_SetSlice`)
    ///
    /// # Errors
    /// `IndexError` if there is no such item.
    #[inline]
    pub fn del_item(&self, index: impl SequenceIndex) -> PyResult<()> {
        let index = index.item(self.len()).ok_or_else(out_of_range)?;
        self.replace(index as isize, index as isize + 1, std::ptr::null_mut())
    }

    /// Replaces the items between two positions by those of an iterable: `list[low:high] = items`.
    /// (`PyList_SetSlice`)
    ///
    /// # Errors
    /// `TypeError` if it is not iterable, and those of converting it.
    #[inline]
    pub fn set_slice(
        &self,
        low: impl SequenceIndex,
        high: impl SequenceIndex,
        items: impl IntoPyObject<'py>,
    ) -> PyResult<()> {
        let items = items.lend_pyobject(self.py())?;
        let (low, high) = self.bounds(low, high);
        self.replace(low, high, items.as_ptr())
    }

    /// Removes the items between two positions: `del list[low:high]`. (`PyList_SetSlice`)
    #[inline]
    pub fn del_slice(&self, low: impl SequenceIndex, high: impl SequenceIndex) -> PyResult<()> {
        let (low, high) = self.bounds(low, high);
        self.replace(low, high, std::ptr::null_mut())
    }

    #[inline]
    fn replace(&self, low: isize, high: isize, items: *mut ffi::PyObject) -> PyResult<()> {
        // SAFETY: a list; `items` is alive, or null, which stands for nothing.
        error_on_minus_one(self.py(), unsafe { ffi::PyList_SetSlice(self.as_ptr(), low, high, items) })
            .map(drop)
    }

    /// Adds an item at the end. (`PyList_Append`)
    #[inline]
    pub fn append(&self, item: impl IntoPyObject<'py>) -> PyResult<()> {
        let item = item.lend_pyobject(self.py())?;
        // SAFETY: a list and a live object, which is counted by the list itself.
        error_on_minus_one(self.py(), unsafe { ffi::PyList_Append(self.as_ptr(), item.as_ptr()) }).map(drop)
    }

    /// Puts an item before the one at a position, or at the end if there is none. (`PyList_Insert`)
    #[inline]
    pub fn insert(&self, index: impl SequenceIndex, item: impl IntoPyObject<'py>) -> PyResult<()> {
        let item = item.lend_pyobject(self.py())?;
        let index = index.bound(self.len()) as isize;
        // SAFETY: a list and a live object, which is counted by the list itself.
        error_on_minus_one(self.py(), unsafe { ffi::PyList_Insert(self.as_ptr(), index, item.as_ptr()) })
            .map(drop)
    }

    /// Adds the items of an iterable at the end. (`PyList_SetSlice`)
    #[inline]
    pub fn extend(&self, items: impl IntoPyObject<'py>) -> PyResult<()> {
        self.set_slice(usize::MAX, usize::MAX, items)
    }

    /// Removes all items. (`PyList_SetSlice`)
    #[inline]
    pub fn clear(&self) -> PyResult<()> {
        self.replace(0, isize::MAX, std::ptr::null_mut())
    }

    /// Whether an item equals the value: `value in list`. (`PySequence_Contains`)
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

    /// Sorts in place; equal items keep their order. (`PyList_Sort`)
    ///
    /// # Errors
    /// Those of the comparison; `ValueError` if the list is changed by it.
    #[inline]
    pub fn sort(&self) -> PyResult<()> {
        // SAFETY: a list.
        error_on_minus_one(self.py(), unsafe { ffi::PyList_Sort(self.as_ptr()) }).map(drop)
    }

    /// Turns the order round, in place. (`PyList_Reverse`)
    #[inline]
    pub fn reverse(&self) -> PyResult<()> {
        // SAFETY: a list.
        error_on_minus_one(self.py(), unsafe { ffi::PyList_Reverse(self.as_ptr()) }).map(drop)
    }

    /// A tuple of the items. (`PyList_AsTuple`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn to_tuple(&self) -> Bound<'py, PyTuple> {
        // SAFETY: a list; returns a new tuple or null.
        unsafe {
            Bound::from_owned_ptr(self.py(), ffi::PyList_AsTuple(self.as_ptr())).downcast_into_unchecked()
        }
    }

    /// The same list as a sequence.
    #[inline]
    pub fn as_sequence(&self) -> &Bound<'py, PySequence> {
        // SAFETY: a list is a sequence.
        unsafe { self.downcast_unchecked() }
    }

    /// The same list as a sequence.
    #[inline]
    pub fn into_sequence(self) -> Bound<'py, PySequence> {
        // SAFETY: a list is a sequence.
        unsafe { self.downcast_into_unchecked() }
    }

    /// The items in order; `for item in &list` does the same.
    ///
    /// The list may be changed meanwhile: see [`ListIter`].
    #[inline]
    pub fn iter(&self) -> ListIter<'py> {
        ListIter { end: self.len(), list: self.clone(), next: 0 }
    }

    /// Calls `f` with each item, keeping other threads from changing the list meanwhile where there is no GIL.
    ///
    /// # Errors
    /// The first one of `f`, which ends it.
    #[inline]
    pub fn locked_for_each(&self, mut f: impl FnMut(Bound<'py, PyAny>) -> PyResult<()>) -> PyResult<()> {
        with_critical_section(self, || self.iter().try_for_each(&mut f))
    }
}

/// An iterator over the items of a list.
///
/// It goes through the positions that the list had when the iterator was made, and looks each one up when its turn
/// comes. So if the list is changed meanwhile, a replaced item is seen as it is then; what is inserted or removed before
/// the iterator's place shifts the rest; items appended are not reached; and the iterator ends early where the list has
/// become shorter. The items are counted references: removing them from the list does no harm.
#[derive(Clone)]
pub struct ListIter<'py> {
    list: Bound<'py, PyList>,
    next: usize,
    end: usize,
}

impl ListIter<'_> {
    #[inline]
    fn remaining(&self) -> usize {
        self.end.min(self.list.len()).saturating_sub(self.next)
    }
}

impl<'py> Iterator for ListIter<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.nth(0)
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        let index = self.next.saturating_add(n);
        let item = if index < self.end { self.list.item_if_there(index) } else { None };
        // Once it has ended it stays at its end, also if the list grows again.
        match item {
            Some(_) => self.next = index + 1,
            None => self.end = self.next,
        }
        item
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let remaining = self.remaining();
        (remaining, Some(remaining))
    }

    #[inline]
    fn count(self) -> usize {
        self.remaining()
    }

    #[inline]
    fn last(mut self) -> Option<Self::Item> {
        self.next_back()
    }
}

impl DoubleEndedIterator for ListIter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.nth_back(0)
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        let end = self.end.min(self.list.len()).saturating_sub(n);
        let item = if self.next < end { self.list.item_if_there(end - 1) } else { None };
        self.end = if item.is_some() { end - 1 } else { self.next };
        item
    }
}

impl ExactSizeIterator for ListIter<'_> {}
impl std::iter::FusedIterator for ListIter<'_> {}

impl std::fmt::Debug for ListIter<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListIter").field("next", &self.next).field("end", &self.end).finish_non_exhaustive()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyList> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = ListIter<'py>;

    #[inline]
    fn into_iter(self) -> ListIter<'py> {
        self.iter()
    }
}

impl<'py> IntoIterator for Bound<'py, PyList> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = ListIter<'py>;

    #[inline]
    fn into_iter(self) -> ListIter<'py> {
        ListIter { end: self.len(), list: self, next: 0 }
    }
}
