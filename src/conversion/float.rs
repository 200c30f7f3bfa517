//! Floating-point numbers.

use crate::err::{PyResult, error_if_set};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyFloat;

const FLOAT: TypeHint = TypeHint::Name("float");

impl<'py> FromPyObject<'_, 'py> for f64 {
    const HINT: TypeHint = FLOAT;
    const IS_LEAF: bool = true;
    const AT_ONCE: bool = true;

    /// A `float`, or what has `__float__` or `__index__`. (`PyFloat_AsDouble`)
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        match Self::extract_at_once(object) {
            Some(value) => Ok(value),
            None => as_double(object),
        }
    }

    #[inline]
    fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
        // SAFETY: the object is alive, and a `float`.
        if unsafe { ffi::PyFloat_CheckExact(object.as_ptr()) } != 0 {
            // SAFETY: as above.
            return Some(unsafe { ffi::PyFloat_AS_DOUBLE(object.as_ptr()) });
        }
        None
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        #[cfg(not(Py_LIMITED_API))]
        // SAFETY: the object is alive.
        if unsafe { ffi::PyFloat_CheckExact(object.as_ptr()) } != 0 {
            return true;
        }
        // SAFETY: the object is alive; this looks at its type only. 2.7 has objects whose type does not tell.
        cfg!(Py_2) || unsafe { ffi::PyNumber_Check(object.as_ptr()) } != 0
    }
}

#[inline(never)]
fn as_double(object: &Bound<'_, PyAny>) -> PyResult<f64> {
    let place = object.as_ptr();
    // An `int` (not of a subclass, which may have a `__float__`) without the `float` object that `PyFloat_AsDouble` has made of it.
    // SAFETY: the object is alive; what is asked of an `int` is asked after its type.
    let value = unsafe {
        #[cfg(Py_2)]
        if ffi::PyInt_CheckExact(place) != 0 {
            return Ok(ffi::PyInt_AS_LONG(place) as f64);
        }
        if ffi::PyLong_CheckExact(place) == 0 {
            ffi::PyFloat_AsDouble(place)
        } else {
            #[cfg(not(any(Py_LIMITED_API, PyPy)))]
            if ffi::PyUnstable_Long_IsCompact(place.cast()) != 0 {
                return Ok(ffi::PyUnstable_Long_CompactValue(place.cast()) as f64);
            }
            ffi::PyLong_AsDouble(place)
        }
    };
    error_if_set(object.py(), value, value == -1.0)
}

impl<'py> FromPyObject<'_, 'py> for f32 {
    const HINT: TypeHint = FLOAT;
    const IS_LEAF: bool = true;
    const AT_ONCE: bool = true;

    /// Rounded to the nearest value that there is, as C does; beyond the largest one that is infinity.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        f64::extract(object).map(|value| value as f32)
    }

    #[inline]
    fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
        f64::extract_at_once(object).map(|value| value as f32)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        f64::may_accept(object)
    }
}

macro_rules! to_python {
    ($($Float:ty),*) => { $(
        impl<'py> IntoPyObject<'py> for $Float {
            type Target = PyFloat;
            const HINT: TypeHint = FLOAT;

            #[inline]
            #[allow(clippy::clone_on_copy)] // `to_owned` serves the value and the reference
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyFloat>> {
                // SAFETY: returns a new reference or null.
                unsafe {
                    let float = ffi::PyFloat_FromDouble(f64::from(self.to_owned()));
                    Ok(Bound::from_owned_ptr_or_err(py, float)?.downcast_into_unchecked())
                }
            }
        }
    )* };
}

to_python!(f64, &f64, f32, &f32);
