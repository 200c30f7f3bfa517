//! What the rows of a module's table are made of.

use super::Item;
use crate::call::Receiver;
use crate::err::exceptions::PyTypeError;
use crate::err::new_exception::ExceptionClass;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, PyTypeInfo};
use crate::types::PyModule;
use std::ffi::CStr;

/// An exception, listed under the last part of its name.
pub const fn exception_item<T: ExceptionClass>(name: &'static CStr) -> Item {
    class_item::<T>(name)
}

/// A class, listed under the last part of its name.
pub const fn class_item<T: PyTypeInfo>(name: &'static CStr) -> Item {
    Item::Class(name, |py, module| {
        let class = T::try_type_object(py)?;
        T::enter_module(py, module)?;
        // SAFETY: `PyTypeInfo` says that the type object is alive.
        Ok(unsafe { Bound::from_borrowed_ptr(py, class.cast()) })
    })
}

/// The receiver of a module's function: the module.
///
/// # Errors
/// `TypeError`, if the function was made without one.
#[inline]
pub fn module<'a, 'py>(receiver: &'a Receiver<'py>) -> PyResult<&'a Bound<'py, PyModule>> {
    match receiver {
        Some(receiver) => Ok(receiver.downcast()?),
        None => Err(PyErr::with_message::<PyTypeError>("this function belongs to no module")),
    }
}
