//! The pointers themselves.

use crate::err::PyResult;
use crate::python::{
    Bound, FromPyObject, IntoPyObject, LentObject, Py, PyAny, PyTypeCheck, Python, TypeHint,
};

impl<'a, 'py, T: PyTypeCheck> FromPyObject<'a, 'py> for &'a Bound<'py, T> {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast()?)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        T::type_check(object)
    }
}

impl<'py, T: PyTypeCheck> FromPyObject<'_, 'py> for Bound<'py, T> {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast()?.clone())
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        T::type_check(object)
    }
}

impl<'py, T: PyTypeCheck> FromPyObject<'_, 'py> for Py<T> {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast()?.to_unbound())
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        T::type_check(object)
    }
}

impl<'py, T: PyTypeCheck> IntoPyObject<'py> for Bound<'py, T> {
    type Target = T;
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self)
    }
}

impl<'py, T: PyTypeCheck> IntoPyObject<'py> for &Bound<'py, T> {
    type Target = T;
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.clone())
    }

    #[inline]
    fn lend_pyobject<'lent>(self, _: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        Ok(LentObject::of(self.as_any()))
    }
}

impl<'py, T: PyTypeCheck> IntoPyObject<'py> for Py<T> {
    type Target = T;
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.into_bound(py))
    }
}

impl<'py, T: PyTypeCheck> IntoPyObject<'py> for &Py<T> {
    type Target = T;
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.bind(py).clone())
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        Ok(LentObject::of(self.bind(py).as_any()))
    }
}

/// A reference to a reference, as the items of a slice of references are.
impl<'a, 'py, T: ?Sized> IntoPyObject<'py> for &&'a T
where
    &'a T: IntoPyObject<'py>,
{
    type Target = <&'a T as IntoPyObject<'py>>::Target;
    const HINT: TypeHint = <&'a T as IntoPyObject<'py>>::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, Self::Target>> {
        (*self).into_pyobject(py)
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        (*self).lend_pyobject(py)
    }
}
