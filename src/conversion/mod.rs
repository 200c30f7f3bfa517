//! Conversions between Rust's own types and Python's: the least of them, for the layers below.

use crate::err::{PyErr, PyResult, error_if_set};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, Py, PyAny, PyTypeCheck, Python};
use crate::types::{PyString, PyTuple};

impl<'py> IntoPyObject<'py> for &str {
    type Target = PyString;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        Ok(PyString::new(py, self))
    }
}

impl<'py> IntoPyObject<'py> for String {
    type Target = PyString;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        Ok(PyString::new(py, &self))
    }
}

impl<'py, T> IntoPyObject<'py> for Bound<'py, T> {
    type Target = T;
    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self)
    }
}

impl<'py, T> IntoPyObject<'py> for &Bound<'py, T> {
    type Target = T;
    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.clone())
    }
    fn with_pyobject<R>(self, _: Python<'py>, f: impl FnOnce(&Bound<'py, PyAny>) -> R) -> PyResult<R> {
        Ok(f(self.as_any()))
    }
}

impl<'py, T> IntoPyObject<'py> for Py<T> {
    type Target = T;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.into_bound(py))
    }
}

impl<'py, T> IntoPyObject<'py> for &Py<T> {
    type Target = T;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T>> {
        Ok(self.bind(py).clone())
    }
}

impl<'py> IntoPyObject<'py> for () {
    type Target = PyAny;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: `None` is always alive.
        Ok(unsafe { Bound::from_borrowed_ptr(py, ffi::Py_None()) })
    }
}

impl<'py> IntoPyObject<'py> for bool {
    type Target = PyAny;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: always alive.
        Ok(unsafe { Bound::from_borrowed_ptr(py, if self { ffi::Py_True() } else { ffi::Py_False() }) })
    }
}

impl<'py> IntoPyObject<'py> for f64 {
    type Target = PyAny;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: a new reference or an exception.
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyFloat_FromDouble(self)) }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for f64 {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        // SAFETY: the object is alive.
        let value = unsafe { ffi::PyFloat_AsDouble(object.as_ptr()) };
        error_if_set(object.py(), value, value == -1.0)
    }
}

macro_rules! integers {
    ($($Type:ident)*) => { $(
        impl<'py> IntoPyObject<'py> for $Type {
            type Target = PyAny;
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                // SAFETY: a new reference or an exception.
                unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyLong_FromLongLong(self as i64)) }
            }
        }

        impl<'a, 'py> FromPyObject<'a, 'py> for $Type {
            fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
                // SAFETY: the object is alive.
                let value = unsafe { ffi::PyLong_AsLongLong(object.as_ptr()) };
                let value = error_if_set(object.py(), value, value == -1)?;
                $Type::try_from(value).map_err(|_| PyErr::overflow("out of range"))
            }
        }
    )* };
}
integers! { u8 i32 u32 i64 usize isize }

impl<'a, 'py> FromPyObject<'a, 'py> for String {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast::<PyString>()?.to_cow()?.into_owned())
    }
}

impl<'a, 'py, T: PyTypeCheck> FromPyObject<'a, 'py> for &'a Bound<'py, T> {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast()?)
    }
}

impl<'py, T: PyTypeCheck> FromPyObject<'_, 'py> for Bound<'py, T> {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast()?.clone())
    }
}

impl<'a, 'py, T: for<'b> FromPyObject<'b, 'py>> FromPyObject<'a, 'py> for (T,) {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok((object.get_item(0usize)?.extract()?,))
    }
}

macro_rules! tuples {
    ($( ($($T:ident)*) )*) => { $(
        impl<'py, $($T: IntoPyObject<'py>),*> IntoPyObject<'py> for ($($T,)*) {
            type Target = PyTuple;
            #[allow(non_snake_case)]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                let ($($T,)*) = self;
                let items = [$($T.into_pyobject(py)?.into_any()),*];
                // SAFETY: a new tuple takes over each reference.
                unsafe {
                    let tuple =
                        Bound::from_owned_ptr_or_err(py, ffi::PyTuple_New(items.len() as ffi::Py_ssize_t))?;
                    for (index, item) in (0..).zip(items) {
                        ffi::PyTuple_SetItem(tuple.as_ptr(), index, item.into_ptr());
                    }
                    Ok(tuple.downcast_into_unchecked())
                }
            }
        }
    )* };
}
tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) }

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Option<T> {
    type Target = PyAny;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(value) => value.into_pyobject(py).map(Bound::into_any),
            None => ().into_pyobject(py),
        }
    }
}
