//! How a `PyErr` is shown.

use super::PyErr;
use super::state::without_raised;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyString, PyType};
use std::fmt::{self, Debug, Display, Formatter};

/// The last line of Python's own rendering: `ValueError: no such shape`.
///
/// Attaches to the interpreter. When that has been finalised, what is known without it is shown.
impl Display for PyErr {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = Python::try_attach(|py| {
            without_raised(py, || {
                let value = self.value(py);
                let class = class_name(&value.get_type());
                match text(value.str()) {
                    Some(text) if text.is_empty() => class,
                    Some(text) => format!("{class}: {text}"),
                    None => format!("{class}: <exception str() failed>"),
                }
            })
        });
        match text.or_else(|| self.lazy_text()) {
            Some(text) => f.write_str(&text),
            None => f.write_str("a Python exception (the interpreter has been finalised)"),
        }
    }
}

impl Debug for PyErr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let shown = Python::try_attach(|py| {
            without_raised(py, || {
                let value = self.value(py);
                let repr = text(value.repr()).unwrap_or_else(|| "<exception repr() failed>".to_owned());
                (class_name(&value.get_type()), repr, self.traceback(py).is_some())
            })
        });
        match shown {
            Some((class, value, traceback)) => f
                .debug_struct("PyErr")
                .field("type", &format_args!("{class}"))
                .field("value", &format_args!("{value}"))
                .field("traceback", &format_args!("{}", if traceback { "Some(…)" } else { "None" }))
                .finish(),
            None => f.debug_struct("PyErr").field("text", &self.lazy_text()).finish_non_exhaustive(),
        }
    }
}

impl std::error::Error for PyErr {
    // The cause is a Python object behind a token and cannot be lent from here: see `PyErr::cause`.
}

fn text(string: super::PyResult<Bound<'_, PyString>>) -> Option<String> {
    string.ok().map(|string| string.to_string_lossy().into_owned())
}

/// `Name` of a built-in class, `module.Name` of any other, as Python's own rendering has it.
fn class_name(class: &Bound<'_, PyType>) -> String {
    let name = super::downcast::type_name(class);
    let module: Option<String> = class
        .getattr("__module__")
        .ok()
        .and_then(|module: Bound<'_, PyAny>| Some(module.str().ok()?.to_string_lossy().into_owned()));
    match module {
        Some(module) if module != "builtins" && module != "exceptions" && module != "__main__" => {
            format!("{module}.{name}")
        }
        _ => name.into_owned(),
    }
}
