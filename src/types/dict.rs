//! `dict`.

use super::{PyList, PyMapping};
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{
    Bound, IntoPyObject, NativeBase, PyAny, PyClassBase, Python, native_type, with_critical_section,
};
use std::ptr::null_mut;

native_type! {
    /// Python's `dict`.
    ///
    /// The methods work on the dict's own storage, as the C functions do that they name: a Python subclass that overrides
    /// `__getitem__` or defines `__missing__` is not asked. [`PyAny`]'s methods of the same purpose
    /// (`dict.as_any().get_item("key")`) ask it.
    ///
    /// ```
    /// use pyrules::{PyDict, Python};
    ///
    /// Python::attach(|py| {
    ///     let dict = PyDict::new(py);
    ///     dict.set_item("one", 1)?;
    ///     dict.set_item("two", 2)?;
    ///     assert!(dict.get_item("three")?.is_none());
    ///
    ///     let mut sum = 0;
    ///     for (key, value) in &dict {
    ///         assert_eq!(key.len()?, 3);
    ///         sum += value.extract::<i32>()?;
    ///     }
    ///     assert_eq!(sum, 3);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyDict = "dict", ffi::PyDict_Type, PyDict_Check;

    /// The view that `dict.keys()` returns in Python. [`PyDict`]'s own `keys` is a list.
    PyDictKeys = "dict_keys", ffi::PyDictKeys_Type, PyDictKeys_Check;

    /// The view that `dict.values()` returns in Python. [`PyDict`]'s own `values` is a list.
    PyDictValues = "dict_values", ffi::PyDictValues_Type, PyDictValues_Check;

    /// The view that `dict.items()` returns in Python. [`PyDict`]'s own `items` is a list.
    PyDictItems = "dict_items", ffi::PyDictItems_Type, PyDictItems_Check;
}

// SAFETY: nothing is claimed.
unsafe impl PyClassBase for PyDict {}
impl NativeBase for PyDict {}

impl PyDict {
    /// An empty dict. (`PyDict_New`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn new(py: Python<'_>) -> Bound<'_, PyDict> {
        // SAFETY: attached; returns a new dict or null.
        unsafe { Bound::from_owned_ptr(py, ffi::PyDict_New()).downcast_into_unchecked() }
    }

    /// A dict of the pairs that a Python iterable gives; of two pairs with equal keys the last one counts.
    /// (`PyDict_MergeFromSeq2`)
    ///
    /// Rust collections of pairs become a dict through [`IntoPyDict`](crate::IntoPyDict).
    ///
    /// # Errors
    /// `TypeError` or `ValueError` if an item is not a pair, `TypeError` if a key cannot be hashed.
    #[inline]
    pub fn from_sequence<'py>(pairs: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(pairs.py());
        // SAFETY: a dict and a live object.
        let merged = unsafe { ffi::PyDict_MergeFromSeq2(dict.as_ptr(), pairs.as_ptr(), 1) };
        error_on_minus_one(pairs.py(), merged)?;
        Ok(dict)
    }
}

impl<'py> Bound<'py, PyDict> {
    /// A new dict with the same items. (`PyDict_Copy`)
    #[inline]
    pub fn copy(&self) -> PyResult<Bound<'py, PyDict>> {
        // SAFETY: a dict; returns a new reference or null.
        let copy = unsafe { Bound::from_owned_ptr_or_err(self.py(), ffi::PyDict_Copy(self.as_ptr()))? };
        // SAFETY: the copy of a dict is a dict.
        Ok(unsafe { copy.downcast_into_unchecked() })
    }

    /// Removes all items. (`PyDict_Clear`)
    #[inline]
    pub fn clear(&self) {
        // SAFETY: a dict.
        unsafe { ffi::PyDict_Clear(self.as_ptr()) };
    }

    /// The number of items. (`PyDict_Size`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a dict.
        unsafe { ffi::PyDict_GET_SIZE(self.as_ptr()) as usize }
    }

    /// Whether there are no items.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the key is there: `key in dict`. (`PyDict_Contains`)
    ///
    /// # Errors
    /// `TypeError` if the key cannot be hashed, and those of comparing keys.
    #[inline]
    pub fn contains(&self, key: impl IntoPyObject<'py>) -> PyResult<bool> {
        let key = key.lend_pyobject(self.py())?;
        // SAFETY: a dict and a live object.
        let found = unsafe { ffi::PyDict_Contains(self.as_ptr(), key.as_ptr()) };
        Ok(error_on_minus_one(self.py(), found)? != 0)
    }

    /// The value of a key, or `None` if the key is not there: `dict.get(key)`. (`PyDict_GetItemRef`)
    ///
    /// # Errors
    /// `TypeError` if the key cannot be hashed, and those of comparing keys. A missing key is no error.
    #[inline]
    pub fn get_item(&self, key: impl IntoPyObject<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let key = key.lend_pyobject(self.py())?;
        self.lookup(&key)
    }

    #[inline]
    fn lookup(&self, key: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let mut value = null_mut();
        // SAFETY: a dict and a live object; `value` gets a new reference, or null when there is none.
        unsafe {
            let found = ffi::PyDict_GetItemRef(self.as_ptr(), key.as_ptr(), &raw mut value);
            error_on_minus_one(self.py(), found)?;
            Ok(Bound::from_owned_ptr_or_opt(self.py(), value))
        }
    }

    /// Gives a key its value: `dict[key] = value`. (`PyDict_SetItem`)
    ///
    /// # Errors
    /// `TypeError` if the key cannot be hashed, and those of comparing keys and of converting.
    #[inline]
    pub fn set_item(&self, key: impl IntoPyObject<'py>, value: impl IntoPyObject<'py>) -> PyResult<()> {
        let py = self.py();
        let key = key.lend_pyobject(py)?;
        let value = value.lend_pyobject(py)?;
        self.store(&key, &value)
    }

    #[inline]
    fn store(&self, key: &Bound<'py, PyAny>, value: &Bound<'py, PyAny>) -> PyResult<()> {
        // SAFETY: a dict and two live objects, which are counted by the dict itself.
        let stored = unsafe { ffi::PyDict_SetItem(self.as_ptr(), key.as_ptr(), value.as_ptr()) };
        error_on_minus_one(self.py(), stored).map(drop)
    }

    /// Removes a key: `del dict[key]`. (`PyDict_DelItem`)
    ///
    /// # Errors
    /// `KeyError` if it is not there, `TypeError` if it cannot be hashed, and those of comparing keys.
    #[inline]
    pub fn del_item(&self, key: impl IntoPyObject<'py>) -> PyResult<()> {
        let key = key.lend_pyobject(self.py())?;
        // SAFETY: a dict and a live object.
        error_on_minus_one(self.py(), unsafe { ffi::PyDict_DelItem(self.as_ptr(), key.as_ptr()) }).map(drop)
    }

    /// Removes a key and returns its value, or `None` if the key is not there: `dict.pop(key, None)`. (`PyDict_Pop`)
    ///
    /// # Errors
    /// `TypeError` if the key cannot be hashed, and those of comparing keys.
    #[inline]
    pub fn pop(&self, key: impl IntoPyObject<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let key = key.lend_pyobject(self.py())?;
        let mut value = null_mut();
        // SAFETY: a dict and a live object; `value` gets a new reference, or null when there is none.
        unsafe {
            let found = ffi::PyDict_Pop(self.as_ptr(), key.as_ptr(), &raw mut value);
            error_on_minus_one(self.py(), found)?;
            Ok(Bound::from_owned_ptr_or_opt(self.py(), value))
        }
    }

    /// The value of a key, which becomes `default` if the key is not there. (`PyDict_SetDefaultRef`)
    ///
    /// # Errors
    /// `TypeError` if the key cannot be hashed, and those of comparing keys and of converting.
    #[inline]
    pub fn set_default(
        &self,
        key: impl IntoPyObject<'py>,
        default: impl IntoPyObject<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.set_default_with_result(key, default).map(|(value, _)| value)
    }

    /// Like [`set_default`](Self::set_default); the second part says whether the key was there before.
    #[inline]
    pub fn set_default_with_result(
        &self,
        key: impl IntoPyObject<'py>,
        default: impl IntoPyObject<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, bool)> {
        let py = self.py();
        let key = key.lend_pyobject(py)?;
        let default = default.lend_pyobject(py)?;
        let mut value = null_mut();
        // SAFETY: a dict and two live objects; `value` gets a new reference, or null with an exception.
        unsafe {
            let found =
                ffi::PyDict_SetDefaultRef(self.as_ptr(), key.as_ptr(), default.as_ptr(), &raw mut value);
            error_on_minus_one(py, found)?;
            Ok((Bound::from_owned_ptr(py, value), found != 0))
        }
    }

    /// A list of the keys. (`PyDict_Keys`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn keys(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; returns a new list or null.
        unsafe { Bound::from_owned_ptr(self.py(), ffi::PyDict_Keys(self.as_ptr())).downcast_into_unchecked() }
    }

    /// A list of the values. (`PyDict_Values`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn values(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; returns a new list or null.
        unsafe {
            Bound::from_owned_ptr(self.py(), ffi::PyDict_Values(self.as_ptr())).downcast_into_unchecked()
        }
    }

    /// A list of the items, as pairs. (`PyDict_Items`)
    ///
    /// # Panics
    /// If there is no memory left.
    #[inline]
    pub fn items(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; returns a new list or null.
        unsafe {
            Bound::from_owned_ptr(self.py(), ffi::PyDict_Items(self.as_ptr())).downcast_into_unchecked()
        }
    }

    /// The same dict as a mapping.
    #[inline]
    pub fn as_mapping(&self) -> &Bound<'py, PyMapping> {
        // SAFETY: a dict is a mapping.
        unsafe { self.downcast_unchecked() }
    }

    /// The same dict as a mapping.
    #[inline]
    pub fn into_mapping(self) -> Bound<'py, PyMapping> {
        // SAFETY: a dict is a mapping.
        unsafe { self.downcast_into_unchecked() }
    }

    /// Takes over the items of a mapping (whatever has `keys` and `__getitem__`); its values win. (`PyDict_Merge`)
    #[inline]
    pub fn update(&self, other: impl IntoPyObject<'py>) -> PyResult<()> {
        let other = other.lend_pyobject(self.py())?;
        self.merge(&other, 1)
    }

    /// Takes over the items of a mapping whose keys are not there yet. (`PyDict_Merge`)
    #[inline]
    pub fn update_if_missing(&self, other: impl IntoPyObject<'py>) -> PyResult<()> {
        let other = other.lend_pyobject(self.py())?;
        self.merge(&other, 0)
    }

    #[inline]
    fn merge(&self, other: &Bound<'py, PyAny>, replace: i32) -> PyResult<()> {
        // SAFETY: a dict and a live object.
        let merged = unsafe { ffi::PyDict_Merge(self.as_ptr(), other.as_ptr(), replace) };
        error_on_minus_one(self.py(), merged).map(drop)
    }

    /// The items as they are now; `for (key, value) in &dict` does the same.
    ///
    /// The dict may be changed meanwhile: see [`DictIter`].
    #[inline]
    pub fn iter(&self) -> DictIter<'py> {
        let mut items = Vec::with_capacity(self.len());
        // Counting the references runs no Python code: what is gathered is the dict at one moment.
        with_critical_section(self, || {
            // SAFETY: nothing changes the dict meanwhile; the references are counted before they are kept.
            unsafe { for_each_borrowed(self, |key, value| items.push((key.clone(), value.clone()))) }
        });
        DictIter(items.into_iter())
    }

    /// Calls `f` with each item, without gathering them first. Where there is no GIL, other threads wait to change the dict.
    ///
    /// # Errors
    /// The first one of `f`, which ends it; `RuntimeError` if `f` itself changes the size of the dict, as a loop in
    /// Python would raise.
    #[inline]
    pub fn locked_for_each(
        &self,
        mut f: impl FnMut(Bound<'py, PyAny>, Bound<'py, PyAny>) -> PyResult<()>,
    ) -> PyResult<()> {
        // SAFETY: both are counted before anything can run that changes the dict.
        unsafe { self.locked_for_each_lent(|key, value| f(key.clone(), value.clone())) }
    }

    /// The same without counting the references.
    ///
    /// # Safety
    /// `f` looks at key and value only as long as nothing has run that may change the dict.
    #[inline]
    pub(crate) unsafe fn locked_for_each_lent(
        &self,
        mut f: impl FnMut(&Bound<'py, PyAny>, &Bound<'py, PyAny>) -> PyResult<()>,
    ) -> PyResult<()> {
        let py = self.py();
        with_critical_section(self, || {
            let len = self.len();
            let (mut position, mut key, mut value) = (0, null_mut(), null_mut());
            // Never more than there were, whatever `f` does.
            for _ in 0..len {
                // SAFETY: a dict; `PyDict_Next` checks the position against the dict as it is now.
                let found = unsafe {
                    ffi::PyDict_Next(self.as_ptr(), &raw mut position, &raw mut key, &raw mut value)
                };
                if found == 0 {
                    break;
                }
                // SAFETY: both are alive, and kept by the dict until something changes it; the rest is said by the caller.
                let (key, value) =
                    unsafe { (Bound::from_ptr_ref(py, &key), Bound::from_ptr_ref(py, &value)) };
                // A section is suspended while `f` waits for another one.
                let _held = cfg!(Py_GIL_DISABLED).then(|| (key.clone(), value.clone()));
                f(key, value)?;
                if self.len() != len {
                    return Err(PyErr::with_message::<crate::err::exceptions::PyRuntimeError>(
                        "dictionary changed size during iteration",
                    ));
                }
            }
            Ok(())
        })
    }
}

/// Goes through a dict without counting a reference. (`PyDict_Next`)
///
/// # Safety
/// Neither `f` nor another thread changes the dict: `f` runs no Python code, and gives up no GIL.
#[inline]
pub(crate) unsafe fn for_each_borrowed<'py>(
    dict: &Bound<'py, PyDict>,
    mut f: impl FnMut(&Bound<'py, PyAny>, &Bound<'py, PyAny>),
) {
    let (mut position, mut key, mut value) = (0, null_mut(), null_mut());
    // SAFETY: a dict that does not change, as the caller says.
    while unsafe { ffi::PyDict_Next(dict.as_ptr(), &raw mut position, &raw mut key, &raw mut value) } != 0 {
        // SAFETY: `PyDict_Next` has set both to live objects, which the dict keeps.
        unsafe { f(Bound::from_ptr_ref(dict.py(), &key), Bound::from_ptr_ref(dict.py(), &value)) };
    }
}

/// An iterator over the items of a dict, as they were when it was made.
///
/// What `for key, value in list(dict.items())` does in Python: whatever happens to the dict during the loop, each item of
/// that moment comes exactly once. So a loop may change the dict it goes through, and nothing is raised. The references
/// are gathered in one pass, which costs little beside the counting; a search that mostly ends early is better
/// served by [`locked_for_each`](Bound::locked_for_each).
pub struct DictIter<'py>(std::vec::IntoIter<(Bound<'py, PyAny>, Bound<'py, PyAny>)>);

impl<'py> Iterator for DictIter<'py> {
    type Item = (Bound<'py, PyAny>, Bound<'py, PyAny>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.0.nth(n)
    }
}

impl DoubleEndedIterator for DictIter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for DictIter<'_> {}
impl std::iter::FusedIterator for DictIter<'_> {}

impl std::fmt::Debug for DictIter<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DictIter").field("remaining", &self.len()).finish()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyDict> {
    type Item = (Bound<'py, PyAny>, Bound<'py, PyAny>);
    type IntoIter = DictIter<'py>;

    #[inline]
    fn into_iter(self) -> DictIter<'py> {
        self.iter()
    }
}

impl<'py> IntoIterator for Bound<'py, PyDict> {
    type Item = (Bound<'py, PyAny>, Bound<'py, PyAny>);
    type IntoIter = DictIter<'py>;

    #[inline]
    fn into_iter(self) -> DictIter<'py> {
        self.iter()
    }
}
