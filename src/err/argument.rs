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
/// `open() argument 'mode' must be str, not int`. The text begins with the parts of `prefix`.
///
/// Only texts that come from C or from this crate are changed: an exception that a Python method raised during the
/// conversion (it has a traceback) is passed on as it is.
#[cold]
pub(crate) fn name_argument(py: Python<'_>, mut error: PyErr, prefix: &[&str]) -> PyErr {
    let message = |ptype, text| Lazy::Message { ptype, text: Cow::Owned(text) };
    let named = |problem: Problem| message(problem.class(), problem.of(py, prefix));
    let lazy = match error.take_lazy() {
        Some(Lazy::Message { ptype, text }) => named(Problem::Text { class: ptype, text }),
        Some(Lazy::WrongType { expected, found }) => named(Problem::WrongType { expected, found }),
        Some(Lazy::Within(within)) => message(within.class(), within.text_of_argument(py, prefix)),
        Some(lazy @ Lazy::Arguments(_)) => lazy,
        None => match problem_of_raised(py, &error, &prefix.concat()) {
            Some(problem) => return PyErr::from_lazy(named(problem)),
            None => return error,
        },
    };
    error.put_lazy(lazy)
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
