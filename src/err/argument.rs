//! Putting the names of the function and of the argument into the error of a conversion.

use super::exceptions::{
    PyOverflowError, PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError, PyValueError,
};
use super::state::{Lazy, TypeOf};
use super::{PyErr, downcast};
use crate::python::{PyTypeInfo, Python};
use crate::types::PyTuple;
use std::borrow::Cow;

/// Says which argument of which function did not convert, as CPython's own functions do:
/// `open() argument 'mode' must be str, not int`.
///
/// Only texts that come from C or from this crate are changed: an exception that a Python method raised during the
/// conversion (it has a traceback) is passed on as it is.
#[cold]
pub(crate) fn name_argument(py: Python<'_>, mut error: PyErr, function: &str, argument: &str) -> PyErr {
    let prefix = format!("{function}() argument '{argument}'");
    match error.lazy_mut() {
        Some(Lazy::Message { text, .. }) => {
            *text = Cow::Owned(format!("{prefix}: {text}"));
            error
        }
        Some(lazy @ Lazy::WrongType { .. }) => {
            let Lazy::WrongType { expected, found } = lazy else { unreachable!("just matched") };
            let text = format!("{prefix} must be {expected}, not {}", downcast::type_name(found.bind(py)));
            *lazy = Lazy::Message { ptype: PyTypeError::type_object_raw, text: Cow::Owned(text) };
            error
        }
        Some(Lazy::Arguments(_)) => error,
        None => rename(py, &error, &prefix).unwrap_or(error),
    }
}

/// The same exception with another text, for one that the C API has raised.
#[inline]
fn rename(py: Python<'_>, error: &PyErr, prefix: &str) -> Option<PyErr> {
    let value = error.value(py);
    if error.traceback(py).is_some() {
        return None;
    }
    // A Unicode error has five arguments, and its text is made of them; the last one is a free text.
    if value.downcast::<PyUnicodeEncodeError>().is_ok() || value.downcast::<PyUnicodeDecodeError>().is_ok() {
        let reason: String = value.getattr("reason").ok()?.extract().ok()?;
        value.setattr("reason", format!("{reason} ({prefix})")).ok()?;
        return None;
    }
    let classes: [TypeOf; 3] =
        [PyTypeError::type_object_raw, PyOverflowError::type_object_raw, PyValueError::type_object_raw];
    let ptype = classes.into_iter().find(|class| value.get_type().as_type_ptr() == class(py))?;
    let arguments = value.getattr("args").ok()?;
    let (text,): (String,) = arguments.downcast::<PyTuple>().ok()?.extract().ok()?;
    Some(PyErr::from_lazy(Lazy::Message { ptype, text: Cow::Owned(format!("{prefix}: {text}")) }))
}
