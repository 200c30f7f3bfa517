//! What `*name` and `**name` can be in Rust.

use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, Holder, Py, PyAny, Python, TypeHint};
use crate::types::{PyDict, PyTuple};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

/// A type that can take the positional arguments that `*name` collects.
///
/// A slice of objects borrows them in place; `Vec<T>` converts each one; `Bound<'_, PyTuple>` is the tuple that a
/// Python function would get.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take the arguments of `*name`",
    label = "the parameter behind `*` has this type",
    note = "it can be `&[Bound<'_, PyAny>]`, `Vec<T>`, `&Bound<'_, PyTuple>`, `Bound<'_, PyTuple>` or `Py<PyTuple>`"
)]
pub trait FromPyArguments<'a, 'py>: Sized {
    /// The type of one argument, as a type hint.
    const HINT: TypeHint = TypeHint::Any;

    /// Takes them.
    ///
    /// # Errors
    /// Those of the conversion of an argument.
    fn from_arguments(
        py: Python<'py>,
        arguments: &'a [Bound<'py, PyAny>],
        holder: &'a Holder<'py>,
    ) -> PyResult<Self>;
}

/// A type that can take the keyword arguments that `**name` collects.
///
/// `Option` is `None` when there are none, and costs nothing then.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take the arguments of `**name`",
    label = "the parameter behind `**` has this type",
    note = "it can be `&Bound<'_, PyDict>`, `Bound<'_, PyDict>`, `Py<PyDict>`, a `HashMap`, a `BTreeMap`, \
            a `Vec<(String, T)>`, or an `Option` of these"
)]
pub trait FromPyKeywords<'a, 'py>: Sized {
    /// The type of one argument, as a type hint.
    const HINT: TypeHint = TypeHint::Any;

    /// Takes them; `None` where there are none.
    ///
    /// # Errors
    /// Those of the conversion of an argument.
    fn from_keywords(
        py: Python<'py>,
        keywords: Option<&'a Bound<'py, PyDict>>,
        holder: &'a Holder<'py>,
    ) -> PyResult<Self>;
}

impl<'a, 'py> FromPyArguments<'a, 'py> for &'a [Bound<'py, PyAny>] {
    #[inline]
    fn from_arguments(_: Python<'py>, arguments: &'a [Bound<'py, PyAny>], _: &Holder<'py>) -> PyResult<Self> {
        Ok(arguments)
    }
}

impl<'a, 'py, T: FromPyObject<'a, 'py>> FromPyArguments<'a, 'py> for Vec<T> {
    const HINT: TypeHint = T::HINT;

    fn from_arguments(_: Python<'py>, arguments: &'a [Bound<'py, PyAny>], _: &Holder<'py>) -> PyResult<Self> {
        arguments.iter().map(T::extract).collect()
    }
}

impl<'py> FromPyArguments<'_, 'py> for Bound<'py, PyTuple> {
    fn from_arguments(py: Python<'py>, arguments: &[Bound<'py, PyAny>], _: &Holder<'py>) -> PyResult<Self> {
        PyTuple::new(py, arguments)
    }
}

impl<'a, 'py> FromPyArguments<'a, 'py> for &'a Bound<'py, PyTuple> {
    fn from_arguments(
        py: Python<'py>,
        arguments: &'a [Bound<'py, PyAny>],
        holder: &'a Holder<'py>,
    ) -> PyResult<Self> {
        Ok(holder.hold(PyTuple::new(py, arguments)?.into_any()).downcast()?)
    }
}

impl<'py> FromPyArguments<'_, 'py> for Py<PyTuple> {
    fn from_arguments(py: Python<'py>, arguments: &[Bound<'py, PyAny>], _: &Holder<'py>) -> PyResult<Self> {
        PyTuple::new(py, arguments).map(Bound::unbind)
    }
}

impl<'a, 'py, T: FromPyKeywords<'a, 'py>> FromPyKeywords<'a, 'py> for Option<T> {
    const HINT: TypeHint = T::HINT;

    #[inline]
    fn from_keywords(
        py: Python<'py>,
        keywords: Option<&'a Bound<'py, PyDict>>,
        holder: &'a Holder<'py>,
    ) -> PyResult<Self> {
        match keywords {
            None => Ok(None),
            some => T::from_keywords(py, some, holder).map(Some),
        }
    }
}

impl<'a, 'py> FromPyKeywords<'a, 'py> for &'a Bound<'py, PyDict> {
    fn from_keywords(
        py: Python<'py>,
        keywords: Option<&'a Bound<'py, PyDict>>,
        holder: &'a Holder<'py>,
    ) -> PyResult<Self> {
        match keywords {
            Some(keywords) => Ok(keywords),
            None => Ok(holder.hold(PyDict::new(py).into_any()).downcast()?),
        }
    }
}

impl<'py> FromPyKeywords<'_, 'py> for Bound<'py, PyDict> {
    fn from_keywords(
        py: Python<'py>,
        keywords: Option<&Bound<'py, PyDict>>,
        _: &Holder<'py>,
    ) -> PyResult<Self> {
        Ok(keywords.cloned().unwrap_or_else(|| PyDict::new(py)))
    }
}

impl<'py> FromPyKeywords<'_, 'py> for Py<PyDict> {
    fn from_keywords(
        py: Python<'py>,
        keywords: Option<&Bound<'py, PyDict>>,
        holder: &Holder<'py>,
    ) -> PyResult<Self> {
        Bound::from_keywords(py, keywords, holder).map(Bound::unbind)
    }
}

/// The pairs of the dict, converted.
fn pairs<'py, K, V>(keywords: Option<&Bound<'py, PyDict>>) -> impl Iterator<Item = PyResult<(K, V)>>
where
    K: for<'x> FromPyObject<'x, 'py>,
    V: for<'x> FromPyObject<'x, 'py>,
{
    keywords
        .into_iter()
        .flat_map(|keywords| keywords.iter())
        .map(|(key, value)| Ok((key.extract()?, value.extract()?)))
}

impl<'py, K, V, S> FromPyKeywords<'_, 'py> for HashMap<K, V, S>
where
    K: for<'x> FromPyObject<'x, 'py> + Hash + Eq,
    V: for<'x> FromPyObject<'x, 'py>,
    S: BuildHasher + Default,
{
    fn from_keywords(
        _: Python<'py>,
        keywords: Option<&Bound<'py, PyDict>>,
        _: &Holder<'py>,
    ) -> PyResult<Self> {
        pairs(keywords).collect()
    }
}

impl<'py, K, V> FromPyKeywords<'_, 'py> for BTreeMap<K, V>
where
    K: for<'x> FromPyObject<'x, 'py> + Ord,
    V: for<'x> FromPyObject<'x, 'py>,
{
    fn from_keywords(
        _: Python<'py>,
        keywords: Option<&Bound<'py, PyDict>>,
        _: &Holder<'py>,
    ) -> PyResult<Self> {
        pairs(keywords).collect()
    }
}

impl<'py, K, V> FromPyKeywords<'_, 'py> for Vec<(K, V)>
where
    K: for<'x> FromPyObject<'x, 'py>,
    V: for<'x> FromPyObject<'x, 'py>,
{
    fn from_keywords(
        _: Python<'py>,
        keywords: Option<&Bound<'py, PyDict>>,
        _: &Holder<'py>,
    ) -> PyResult<Self> {
        pairs(keywords).collect()
    }
}
