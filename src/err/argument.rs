//! Putting the names of the function and of the argument into the error of a conversion.

use super::PyErr;
use super::exceptions::{
    PyOverflowError, PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError, PyValueError,
};
use super::state::{Lazy, TypeOf};
use super::within::Problem;
use crate::python::{PyTypeInfo, Python};
use crate::types::PyTuple;
use std::borrow::Cow;

/// Says which argument of which function did not convert, as CPython's own functions do:
/// `open() argument 'mode' must be str, not int`. The text begins with `prefix`.
///
/// Only texts that come from C or from this crate are changed: an exception that a Python method raised during the
/// conversion (it has a traceback) is passed on as it is.
#[cold]
pub(crate) fn name_argument(py: Python<'_>, error: PyErr, prefix: &str) -> PyErr {
    let problem = match error.into_lazy() {
        Ok(Lazy::Message { ptype, text }) => Problem::Text { class: ptype, text },
        Ok(Lazy::WrongType { expected, found }) => Problem::WrongType { expected, found },
        Ok(Lazy::Within(within)) => return message(within.class(), within.text_of_argument(py, prefix)),
        Ok(lazy @ Lazy::Arguments(_)) => return PyErr::from_lazy(lazy),
        Err(error) => match problem_of_raised(py, &error, prefix) {
            Some(problem) => problem,
            None => return error,
        },
    };
    message(problem.class(), problem.of(py, prefix))
}

fn message(ptype: TypeOf, text: String) -> PyErr {
    PyErr::from_lazy(Lazy::Message { ptype, text: Cow::Owned(text) })
}

/// What is wrong according to an exception that the C API has raised, if its text can be changed.
pub(super) fn problem_of_raised(py: Python<'_>, error: &PyErr, place: &str) -> Option<Problem> {
    let value = error.value(py);
    if error.traceback(py).is_some() {
        return None;
    }
    // A Unicode error has five arguments, and its text is made of them; the last one is a free text.
    if value.downcast::<PyUnicodeEncodeError>().is_ok() || value.downcast::<PyUnicodeDecodeError>().is_ok() {
        let reason: String = value.getattr("reason").ok()?.extract().ok()?;
        value.setattr("reason", format!("{reason} ({place})")).ok()?;
        return None;
    }
    let classes: [TypeOf; 3] =
        [PyTypeError::type_object_raw, PyOverflowError::type_object_raw, PyValueError::type_object_raw];
    let class = classes.into_iter().find(|class| value.get_type().as_type_ptr() == class(py))?;
    let arguments = value.getattr("args").ok()?;
    let (text,): (String,) = arguments.downcast::<PyTuple>().ok()?.extract().ok()?;
    Some(Problem::Text { class, text: Cow::Owned(text) })
}
