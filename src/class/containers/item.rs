//! Items of containers, both ways.

use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python};

/// What a container of Python's kind can hold: it converts both ways.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an item of a `list_of` or `dict_of` class",
    label = "no item of a Python container",
    note = "an item converts both ways: `{Self}` implements `FromPyObject`, `&{Self}` implements `IntoPyObject`"
)]
pub trait Item: Sized + 'static {
    #[doc(hidden)]
    fn from_python(object: &Bound<'_, PyAny>) -> PyResult<Self>;
    #[doc(hidden)]
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    #[doc(hidden)]
    fn may_accept(object: &Bound<'_, PyAny>) -> bool;
}

impl<T> Item for T
where
    T: for<'a, 'py> FromPyObject<'a, 'py> + 'static,
    for<'a, 'py> &'a T: IntoPyObject<'py>,
{
    #[inline]
    fn from_python(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        T::extract(object)
    }

    #[inline]
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.into_pyobject(py).map(Bound::into_any)
    }

    #[inline]
    fn may_accept(object: &Bound<'_, PyAny>) -> bool {
        <T as FromPyObject<'_, '_>>::may_accept(object)
    }
}

/// New items of objects.
pub(super) fn items<'a, 'py: 'a, I: Item>(
    objects: impl IntoIterator<Item = &'a Bound<'py, PyAny>>,
) -> PyResult<Vec<I>> {
    objects.into_iter().map(I::from_python).collect()
}

/// An argument that may be `None` and given, or not given.
pub(super) struct Given<'a, 'py>(pub(super) Option<&'a Bound<'py, PyAny>>);

impl<'a, 'py> FromPyObject<'a, 'py> for Given<'a, 'py> {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(Given(Some(object)))
    }
}
