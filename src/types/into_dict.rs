//! Rust collections of pairs as a dict.

use super::PyDict;
use crate::err::PyResult;
use crate::python::{Bound, IntoPyObject, Python};

/// A Rust collection of pairs that can become a dict: maps, and vectors, arrays, slices and iterators of pairs.
///
/// ```
/// use pyrules::{IntoPyDict, Python};
/// use std::collections::BTreeMap;
///
/// Python::attach(|py| {
///     let from_array = [("a", 1), ("b", 2)].into_py_dict(py)?;
///     let from_map = BTreeMap::from([("a", 1), ("b", 2)]).into_py_dict(py)?;
///     assert!(from_array.eq(&from_map)?);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
pub trait IntoPyDict<'py> {
    /// Makes the dict; of two equal keys the last one counts.
    ///
    /// # Errors
    /// `TypeError` if a key cannot be hashed, and those of converting keys and values.
    fn into_py_dict(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>>;
}

impl<'py, I> IntoPyDict<'py> for I
where
    I: IntoIterator,
    I::Item: DictItem<'py>,
{
    #[inline]
    fn into_py_dict(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        self.into_iter().try_for_each(|item| item.store(&dict))?;
        Ok(dict)
    }
}

/// A pair, or a reference to one.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become an item of a dict",
    label = "not a pair of two types that convert to Python",
    note = "a dict is made of pairs `(key, value)`"
)]
pub trait DictItem<'py> {
    /// Puts the pair into the dict.
    fn store(self, dict: &Bound<'py, PyDict>) -> PyResult<()>;
}

impl<'py, K, V> DictItem<'py> for (K, V)
where
    K: IntoPyObject<'py>,
    V: IntoPyObject<'py>,
{
    #[inline]
    fn store(self, dict: &Bound<'py, PyDict>) -> PyResult<()> {
        dict.set_item(self.0, self.1)
    }
}

impl<'a, 'py, K, V> DictItem<'py> for &'a (K, V)
where
    &'a K: IntoPyObject<'py>,
    &'a V: IntoPyObject<'py>,
{
    #[inline]
    fn store(self, dict: &Bound<'py, PyDict>) -> PyResult<()> {
        dict.set_item(&self.0, &self.1)
    }
}
