//! `set` and `frozenset`.

use super::ListIter;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, NativeBase, PyAny, PyClassBase, Python, native_type};
use std::ptr::null_mut;

native_type! {
    /// Python's `set`.
    ///
    /// The methods work on the set's own storage, as the C functions do that they name: a Python subclass that overrides
    /// `add` is not asked.
    ///
    /// ```
    /// use pyrules::{PySet, Python};
    ///
    /// Python::attach(|py| {
    ///     let set = PySet::new(py, [1, 2, 2, 3])?;
    ///     assert_eq!(set.len(), 3);
    ///     assert!(set.discard(3)?);
    ///     assert!(!set.contains(3)?);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PySet = "set", ffi::PySet_Type, PySet_Check;

    /// Python's `frozenset`: a set that cannot change.
    ///
    /// ```
    /// use pyrules::{PyFrozenSet, Python};
    ///
    /// Python::attach(|py| {
    ///     let set = PyFrozenSet::new(py, ["a", "b"])?;
    ///     assert!(set.contains("a")?);
    ///     assert_eq!(set.iter().len(), 2);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyFrozenSet = "frozenset", ffi::PyFrozenSet_Type, PyFrozenSet_Check;
}

// SAFETY: nothing is claimed.
unsafe impl PyClassBase for PySet {}
impl NativeBase for PySet {}

// SAFETY: as above.
unsafe impl PyClassBase for PyFrozenSet {}
impl NativeBase for PyFrozenSet {}

impl PySet {
    /// A set of the elements. (`PySet_New`)
    ///
    /// # Errors
    /// `TypeError` if an element cannot be hashed, and those of converting one.
    #[inline]
    pub fn new<'py, T>(py: Python<'py>, elements: impl IntoIterator<Item = T>) -> PyResult<Bound<'py, PySet>>
    where
        T: IntoPyObject<'py>,
    {
        let set = PySet::empty(py)?;
        elements.into_iter().try_for_each(|element| set.add(element))?;
        Ok(set)
    }

    /// An empty set. (`PySet_New`)
    #[inline]
    pub fn empty(py: Python<'_>) -> PyResult<Bound<'_, PySet>> {
        // SAFETY: attached; null stands for no elements; returns a new set or null.
        unsafe { Ok(Bound::from_owned_ptr_or_err(py, ffi::PySet_New(null_mut()))?.downcast_into_unchecked()) }
    }
}

impl PyFrozenSet {
    /// A frozen set of the elements. (`PyFrozenSet_New`)
    ///
    /// # Errors
    /// `TypeError` if an element cannot be hashed, and those of converting one.
    #[inline]
    pub fn new<'py, T>(
        py: Python<'py>,
        elements: impl IntoIterator<Item = T>,
    ) -> PyResult<Bound<'py, PyFrozenSet>>
    where
        T: IntoPyObject<'py>,
    {
        let mut builder = PyFrozenSetBuilder::new(py)?;
        elements.into_iter().try_for_each(|element| builder.add(element))?;
        Ok(builder.finalize())
    }

    /// The empty frozen set. (`PyFrozenSet_New`)
    #[inline]
    pub fn empty(py: Python<'_>) -> PyResult<Bound<'_, PyFrozenSet>> {
        // SAFETY: attached; null stands for no elements.
        unsafe { frozen(py, null_mut()) }
    }
}

/// # Safety
/// `elements` is null or alive.
#[inline]
unsafe fn frozen(py: Python<'_>, elements: *mut ffi::PyObject) -> PyResult<Bound<'_, PyFrozenSet>> {
    // SAFETY: attached; returns a new frozen set or null.
    unsafe { Ok(Bound::from_owned_ptr_or_err(py, ffi::PyFrozenSet_New(elements))?.downcast_into_unchecked()) }
}

/// Fills a frozen set element by element, before anybody else has it.
///
/// ```
/// use pyrules::{PyFrozenSetBuilder, Python};
///
/// Python::attach(|py| {
///     let mut builder = PyFrozenSetBuilder::new(py)?;
///     for word in "the cat and the dog".split(' ') {
///         builder.add(word)?;
///     }
///     assert_eq!(builder.finalize().len(), 4);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[derive(Debug)]
pub struct PyFrozenSetBuilder<'py> {
    set: Bound<'py, PyAny>,
}

impl<'py> PyFrozenSetBuilder<'py> {
    /// Starts with no element.
    #[inline]
    pub fn new(py: Python<'py>) -> PyResult<Self> {
        // An empty frozen set may be one that all share. So the elements are gathered in a set.
        Ok(PyFrozenSetBuilder { set: PySet::empty(py)?.into_any() })
    }

    /// Adds an element. (`PySet_Add`)
    ///
    /// # Errors
    /// `TypeError` if it cannot be hashed, and those of converting it.
    #[inline]
    pub fn add(&mut self, element: impl IntoPyObject<'py>) -> PyResult<()> {
        add(&self.set, element)
    }

    /// The frozen set.
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn finalize(self) -> Bound<'py, PyFrozenSet> {
        // SAFETY: a set, whose elements are copied with their hashes; no Python code runs.
        let set = unsafe { frozen(self.set.py(), self.set.as_ptr()) };
        set.expect("a frozen copy of a set")
    }
}

#[inline]
fn add<'py>(set: &Bound<'py, PyAny>, element: impl IntoPyObject<'py>) -> PyResult<()> {
    let element = element.lend_pyobject(set.py())?;
    // SAFETY: a set and a live object, which is counted by the set itself.
    error_on_minus_one(set.py(), unsafe { ffi::PySet_Add(set.as_ptr(), element.as_ptr()) }).map(drop)
}

/// What both kinds of sets can do.
macro_rules! set_methods {
    ($($Type:ident)*) => { $(
        impl<'py> Bound<'py, $Type> {
            /// The number of elements. (`PySet_Size`)
            #[inline]
            pub fn len(&self) -> usize {
                // SAFETY: a set.
                unsafe { ffi::PySet_Size(self.as_ptr()) as usize }
            }

            /// Whether there are no elements.
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Whether the value is an element: `value in set`. (`PySet_Contains`)
            ///
            /// # Errors
            /// `TypeError` if it cannot be hashed, and those of the comparison.
            #[inline]
            pub fn contains(&self, value: impl IntoPyObject<'py>) -> PyResult<bool> {
                let value = value.lend_pyobject(self.py())?;
// SAFETY: a set and a live object.
                    let found = unsafe { ffi::PySet_Contains(self.as_ptr(), value.as_ptr()) };
                    Ok(error_on_minus_one(self.py(), found)? != 0)
            }

            /// The elements as they are now; `for element in &set` does the same. See [`SetIter`].
            ///
            /// # Panics
            /// If there is no memory left.
            #[inline]
            pub fn iter(&self) -> SetIter<'py> {
                SetIter::new(self)
            }
        }

        impl<'py> IntoIterator for &Bound<'py, $Type> {
            type Item = Bound<'py, PyAny>;
            type IntoIter = SetIter<'py>;

            #[inline]
            fn into_iter(self) -> SetIter<'py> {
                self.iter()
            }
        }

        impl<'py> IntoIterator for Bound<'py, $Type> {
            type Item = Bound<'py, PyAny>;
            type IntoIter = SetIter<'py>;

            #[inline]
            fn into_iter(self) -> SetIter<'py> {
                self.iter()
            }
        }
    )* };
}

set_methods! { PySet PyFrozenSet }

impl<'py> Bound<'py, PySet> {
    /// Adds an element; does nothing if there is an equal one. (`PySet_Add`)
    ///
    /// # Errors
    /// `TypeError` if it cannot be hashed, and those of the comparison and of converting it.
    #[inline]
    pub fn add(&self, element: impl IntoPyObject<'py>) -> PyResult<()> {
        add(self, element)
    }

    /// Removes an element, and says whether it was there. (`PySet_Discard`)
    ///
    /// # Errors
    /// `TypeError` if it cannot be hashed, and those of the comparison. A missing element is no error.
    #[inline]
    pub fn discard(&self, element: impl IntoPyObject<'py>) -> PyResult<bool> {
        let element = element.lend_pyobject(self.py())?;
        // SAFETY: a set and a live object.
        let found = unsafe { ffi::PySet_Discard(self.as_ptr(), element.as_ptr()) };
        Ok(error_on_minus_one(self.py(), found)? != 0)
    }

    /// Removes any one element and returns it; `None` if the set is empty. (`PySet_Pop`)
    #[inline]
    pub fn pop(&self) -> Option<Bound<'py, PyAny>> {
        let py = self.py();
        // SAFETY: a set; returns a new reference, or null with `KeyError`.
        let element = unsafe { Bound::from_owned_ptr_or_opt(py, ffi::PySet_Pop(self.as_ptr())) };
        if element.is_none() {
            drop(PyErr::take(py));
        }
        element
    }

    /// Removes all elements. (`PySet_Clear`)
    #[inline]
    pub fn clear(&self) {
        // SAFETY: a set.
        unsafe { ffi::PySet_Clear(self.as_ptr()) };
    }
}

/// An iterator over the elements of a set, as they were when it was made, in no particular order.
///
/// What `for element in list(set)` does in Python: a loop may change the set it goes through, and nothing is raised.
#[derive(Clone, Debug)]
pub struct SetIter<'py>(ListIter<'py>);

impl<'py> SetIter<'py> {
    #[inline]
    fn new<T>(set: &Bound<'py, T>) -> Self {
        let py = set.py();
        // SAFETY: a set or frozen set. The copy is one whose `__iter__` is not overridden, so that neither step runs
        // Python code; the list is ours alone.
        let elements = unsafe {
            let exact = ffi::PyAnySet_CheckExact(set.as_ptr()) != 0;
            let copy = if exact { set.clone().into_any() } else { plain_copy(set) };
            Bound::from_owned_ptr(py, ffi::PySequence_List(copy.as_ptr()))
                .downcast_into_unchecked::<super::PyList>()
        };
        SetIter(elements.into_iter())
    }
}

/// # Safety
/// `set` is a set or frozen set.
#[inline]
unsafe fn plain_copy<'py, T>(set: &Bound<'py, T>) -> Bound<'py, PyAny> {
    // SAFETY: returns a new reference or null.
    unsafe { Bound::from_owned_ptr(set.py(), ffi::PyFrozenSet_New(set.as_ptr())) }
}

impl<'py> Iterator for SetIter<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for SetIter<'_> {}
impl std::iter::FusedIterator for SetIter<'_> {}
