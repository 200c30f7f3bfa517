//! `bool`.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, LentObject, PyAny, Python, TypeHint};
use crate::types::PyBool;

const BOOL: TypeHint = TypeHint::Name("bool");

impl<'py> FromPyObject<'_, 'py> for bool {
    const HINT: TypeHint = BOOL;
    const IS_LEAF: bool = true;

    /// `True` or `False`, or NumPy's. Truth of any other object is `object.is_truthy()`.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        // SAFETY: only the addresses of the two objects are compared.
        unsafe {
            if object.as_ptr() == ffi::Py_True() {
                return Ok(true);
            }
            if object.as_ptr() == ffi::Py_False() {
                return Ok(false);
            }
        }
        numpy_bool(object)
    }
}

#[cold]
fn numpy_bool(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    let class = object.get_type();
    // The name without the module is cheap, and rules out nearly everything.
    let named = class.name().is_ok_and(|name| name == "bool_" || name == "bool");
    if named && class.module().is_ok_and(|module| module == "numpy") {
        return object.is_truthy();
    }
    Err(PyErr::wrong_type("bool", object))
}

impl<'py> IntoPyObject<'py> for bool {
    type Target = PyBool;
    const HINT: TypeHint = BOOL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyBool>> {
        let object = self.lend_pyobject(py)?;
        // SAFETY: `True` and `False` are of type `bool`.
        Ok(unsafe { Bound::clone(&object).downcast_into_unchecked() })
    }

    #[inline]
    fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
    where
        Self: 'lent,
    {
        // SAFETY: both are alive as long as the interpreter.
        let object = unsafe { if self { ffi::Py_True() } else { ffi::Py_False() } };
        // SAFETY: as above.
        Ok(unsafe { LentObject::lasting(py, object) })
    }
}

impl<'py> IntoPyObject<'py> for &bool {
    type Target = PyBool;
    const HINT: TypeHint = BOOL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyBool>> {
        (*self).into_pyobject(py)
    }
}
