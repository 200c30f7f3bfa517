//! Saying in which part of a value the error of a conversion is: `Line.start.x must be float, not str`.

use super::argument::{problem_of_raised, sentence_of};
use super::exceptions::{PyRecursionError, PyTypeError};
use super::state::{Lazy, TypeOf};
use super::{PyErr, downcast};
use crate::python::{Bound, Py, PyAny, PyTypeInfo, Python};
use crate::types::PyType;
use std::borrow::Cow;

/// An error, and the way to it from the value that is converted.
pub(super) struct Within {
    /// The record or the union that is converted; empty for a `list` and the like, which have no name.
    root: &'static str,
    /// `.start.x`, `[3].x`; empty where the value as a whole is wrong.
    path: String,
    problem: Problem,
}

/// What is wrong.
pub(super) enum Problem {
    Text { class: TypeOf, text: Cow<'static, str> },
    WrongType { expected: Cow<'static, str>, found: Py<PyType> },
}

impl Problem {
    pub(super) fn class(&self) -> TypeOf {
        match self {
            Problem::Text { class, .. } => *class,
            Problem::WrongType { .. } => PyTypeError::type_object_raw,
        }
    }

    /// The sentence that begins with the name of what is wrong.
    pub(super) fn of(&self, py: Python<'_>, name: &[&str]) -> String {
        match self {
            Problem::Text { text, .. } => sentence(name, text),
            Problem::WrongType { expected, found } => {
                let found = downcast::type_name(found.bind(py));
                joined(&[name, &[" must be ", expected, ", not ", &found]])
            }
        }
    }

    /// Whether the sentence says that the value as a whole is not what it must be.
    fn is_of_the_whole(&self) -> bool {
        match self {
            Problem::Text { text, .. } => text.starts_with(MUST_BE),
            Problem::WrongType { .. } => true,
        }
    }
}

/// Python's own errors begin so, too, where they are about a value whose name they do not know.
const MUST_BE: &str = "must be ";

/// What stands between the name of what is wrong and the text about it.
pub(super) fn separator(text: &str) -> &'static str {
    if text.starts_with(MUST_BE) { " " } else { ": " }
}

fn sentence(name: &[&str], text: &str) -> String {
    joined(&[name, &[separator(text), text]])
}

/// Texts one after the other. Errors that are raised to be caught are made in great number; `format!` takes its time, and even `concat`.
pub(crate) fn joined(groups: &[&[&str]]) -> String {
    let mut length = 0;
    for group in groups {
        for part in *group {
            length += part.len();
        }
    }
    let mut text = String::with_capacity(length);
    for group in groups {
        for part in *group {
            if !part.is_empty() {
                text.push_str(part);
            }
        }
    }
    text
}

fn place(root: &str, path: &str) -> String {
    if root.is_empty() { format!("item {path}") } else { format!("{root}{path}") }
}

impl Within {
    pub(super) fn class(&self) -> TypeOf {
        self.problem.class()
    }

    fn place(&self) -> String {
        place(self.root, &self.path)
    }

    pub(super) fn text(&self, py: Python<'_>) -> String {
        self.problem.of(py, &[&self.place()])
    }

    /// The text as far as it is known without the interpreter.
    pub(super) fn text_alone(&self) -> String {
        match &self.problem {
            Problem::Text { text, .. } => sentence(&[&self.place()], text),
            Problem::WrongType { expected, .. } => format!("{} must be {expected}", self.place()),
        }
    }

    /// The same for an argument of a function: its name stands for the value as a whole, where that can be said.
    pub(super) fn text_of_argument(&self, py: Python<'_>, argument: &[&str]) -> String {
        if self.path.is_empty() && self.problem.is_of_the_whole() {
            self.problem.of(py, argument)
        } else {
            joined(&[argument, &[": ", &self.text(py)]])
        }
    }
}

/// Says that an error has come from that part of the value that is converted: `root` names its type, if it has a name of
/// its own, and `part` is `.field`, `[3]`, or nothing for the value as a whole.
///
/// An exception that Python code has raised in the meantime is not changed, as `name_argument` does not change it; nor is
/// the one for a value that has no end.
#[cold]
pub(crate) fn within(py: Python<'_>, error: PyErr, root: &'static str, part: &str) -> PyErr {
    let (path, problem) = match error.into_lazy() {
        Ok(Lazy::Within(within)) => (format!("{part}{}", within.path), within.problem),
        Ok(Lazy::Message { ptype, argument, text }) if ptype(py) == PyRecursionError::type_object_raw(py) => {
            return PyErr::from_lazy(Lazy::Message { ptype, argument, text });
        }
        Ok(Lazy::Message { ptype, argument, text }) => {
            (part.to_owned(), Problem::Text { class: ptype, text: sentence_of(argument, text) })
        }
        Ok(Lazy::WrongType { expected, found }) => (part.to_owned(), Problem::WrongType { expected, found }),
        Ok(lazy @ (Lazy::Object { .. } | Lazy::Arguments(_))) => return PyErr::from_lazy(lazy),
        Err(error) => match problem_of_raised(py, &error, &place(root, part)) {
            Some(problem) => (part.to_owned(), problem),
            None => return error,
        },
    };
    PyErr::from_lazy(Lazy::Within(Box::new(Within { root, path, problem })))
}

/// What the object should have been, where the error says no more than that it is of another type.
#[cold]
#[inline]
pub(crate) fn expected_type(error: PyErr, object: &Bound<'_, PyAny>) -> Result<Cow<'static, str>, PyErr> {
    let is_its_type = |found: &Py<PyType>| found.bind(object.py()).is(&object.get_type());
    match error.into_lazy()? {
        Lazy::WrongType { expected, found } if is_its_type(&found) => Ok(expected),
        Lazy::Within(within) => match *within {
            Within { path, problem: Problem::WrongType { expected, found }, .. }
                if path.is_empty() && is_its_type(&found) =>
            {
                Ok(expected)
            }
            within => Err(PyErr::from_lazy(Lazy::Within(Box::new(within)))),
        },
        lazy => Err(PyErr::from_lazy(lazy)),
    }
}

/// The text of an error, beginning with `root`.
#[cold]
#[inline]
pub(crate) fn reason(py: Python<'_>, error: PyErr, root: &'static str) -> String {
    match within(py, error, root, "").into_lazy() {
        Ok(Lazy::Within(within)) => within.text(py),
        Ok(lazy) => format!("{root}: {}", PyErr::from_lazy(lazy)),
        Err(error) => format!("{root}: {error}"),
    }
}
