//! Putting the names of the function and of the argument into the error of a conversion.

use super::PyErr;
use super::exceptions::{
    PyOverflowError, PyTypeError, PyUnicodeDecodeError, PyUnicodeEncodeError, PyValueError,
};
use super::state::{Lazy, TypeOf};
use super::within::{Problem, joined, separator};
use crate::python::{PyTypeInfo, Python};
use crate::types::PyTuple;
use std::borrow::Cow;

/// The name of a function, as errors give it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FunctionName {
    /// The class of a method; else empty.
    pub(crate) class: &'static str,
    pub(crate) name: &'static str,
}

impl FunctionName {
    /// In parts.
    pub(crate) const fn parts(&self) -> [&'static str; 3] {
        [self.class, if self.class.is_empty() { "" } else { "." }, self.name]
    }
}

/// An argument of a function.
#[derive(Clone, Copy)]
pub(crate) struct Argument {
    pub(crate) function: &'static FunctionName,
    pub(crate) name: &'static str,
}

impl Argument {
    /// What errors call it, in parts.
    fn parts(&self) -> [&'static str; 6] {
        let [class, dot, function] = self.function.parts();
        [class, dot, function, "() argument '", self.name, "'"]
    }

    /// What is wrong with it, in parts.
    pub(super) fn sentence<'a>(&self, text: &'a str) -> [&'a str; 8] {
        let [class, dot, function, call, name, quote] = self.parts();
        [class, dot, function, call, name, quote, separator(text), text]
    }
}

/// A text with the argument that it is about, if that is known.
pub(super) fn sentence_of(argument: Option<Argument>, text: Cow<'static, str>) -> Cow<'static, str> {
    match argument {
        Some(argument) => Cow::Owned(joined(&[&argument.sentence(&text)])),
        None => text,
    }
}

/// Says which argument of which function did not convert, as CPython's own functions do:
/// `open() argument 'mode' must be str, not int`.
///
/// Only texts that come from C or from this crate are changed: an exception that a Python method raised during the
/// conversion (it has a traceback) is passed on as it is.
#[cold]
pub(crate) fn name_argument(py: Python<'_>, mut error: PyErr, argument: Argument) -> PyErr {
    let whole = |ptype, text| Lazy::Message { ptype, argument: None, text: Cow::Owned(text) };
    let named = |problem: Problem| whole(problem.class(), problem.of(py, &argument.parts()));
    let lazy = match error.take_lazy() {
        // The text is put together where it becomes a `str`.
        Some(Lazy::Message { ptype, argument: other, text }) => {
            Lazy::Message { ptype, argument: Some(argument), text: sentence_of(other, text) }
        }
        Some(Lazy::WrongType { expected, found }) => named(Problem::WrongType { expected, found }),
        Some(Lazy::Within(within)) => whole(within.class(), within.text_of_argument(py, &argument.parts())),
        Some(lazy @ (Lazy::Object { .. } | Lazy::Arguments(_))) => lazy,
        None => match problem_of_raised(py, &error, &argument.parts().concat()) {
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
