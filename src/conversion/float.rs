//! Floating-point numbers.

use crate::err::{PyResult, error_if_set};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyFloat;

const FLOAT: TypeHint = TypeHint::Name("float");

impl<'py> FromPyObject<'_, 'py> for f64 {
    const HINT: TypeHint = FLOAT;
    const IS_LEAF: bool = true;

    /// A `float`, or what has `__float__` or `__index__`. (`PyFloat_AsDouble`)
    #[inline(always)]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        match Self::extract_at_once(object) {
            Some(value) => Ok(value),
            None => as_double(object),
        }
    }

    #[inline(always)]
    fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
        #[cfg(not(Py_LIMITED_API))]
        // SAFETY: the object is alive, and a `float`.
        if unsafe { ffi::PyFloat_CheckExact(object.as_ptr()) } != 0 {
            // SAFETY: as above.
            return Some(unsafe { ffi::PyFloat_AS_DOUBLE(object.as_ptr()) });
        }
        None
    }

    #[inline(always)]
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
    // An integer of up to 53 bits is a float as it is; of the others only Python knows how they are rounded.
    match i64::extract_at_once(object) {
        Some(value) if value.unsigned_abs() <= 1 << 53 => return Ok(value as f64),
        _ => {}
    }
    // SAFETY: the object is alive.
    let value = unsafe { ffi::PyFloat_AsDouble(object.as_ptr()) };
    error_if_set(object.py(), value, value == -1.0)
}

impl<'py> FromPyObject<'_, 'py> for f32 {
    const HINT: TypeHint = FLOAT;
    const IS_LEAF: bool = true;

    /// Rounded to the nearest value that there is, as C does; beyond the largest one that is infinity.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        f64::extract(object).map(|value| value as f32)
    }

    #[inline(always)]
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
