//! What `py_run!` does: running a piece of Python in a test, and failing as a test does.

use super::{PyCodeInput, PyDict};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, IntoPyObject, Python};
use std::borrow::Cow;

/// Gives the code a variable.
///
/// # Panics
/// If the value does not convert.
#[track_caller]
#[inline]
pub fn set_variable<'py>(namespace: &Bound<'py, PyDict>, name: &str, value: impl IntoPyObject<'py>) {
    if let Err(error) = namespace.set_item(name, value) {
        fail(namespace.py(), name, &error);
    }
}

/// Runs the code, whose common indentation is taken off first.
///
/// # Panics
/// If it raises: the traceback is printed, the panic says which exception it was.
#[track_caller]
#[inline]
pub fn run_test_code(namespace: &Bound<'_, PyDict>, code: &str, place: &str) {
    let py = namespace.py();
    let run = || -> PyResult<()> {
        let code = py.compile(&dedent(code), place, PyCodeInput::File)?;
        code.run(Some(namespace), None).map(drop)
    };
    if let Err(error) = run() {
        fail(py, place, &error);
    }
}

#[cold]
#[track_caller]
#[inline]
fn fail(py: Python<'_>, what: &str, error: &PyErr) -> ! {
    error.print(py);
    panic!("py_run! {what}: {error}");
}

/// The text without the white space that all its lines begin with. Blank lines do not count, and stay, so that the
/// line numbers do not change.
#[inline]
fn dedent(text: &str) -> Cow<'_, str> {
    let blank = |line: &str| line.trim().is_empty();
    let margin = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut lines = text.lines().filter(|line| !blank(line));
    let Some(first) = lines.next() else { return Cow::Borrowed(text) };
    let common = lines.fold(&first[..margin(first)], |common, line| {
        let same = common.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
        &common[..same]
    });
    if common.is_empty() {
        return Cow::Borrowed(text);
    }
    let stripped = text.split_inclusive('\n').map(|line| match line.strip_prefix(common) {
        Some(rest) => rest,
        None => line.trim_start_matches([' ', '\t']),
    });
    Cow::Owned(stripped.collect())
}

#[cfg(test)]
mod tests {
    use super::dedent;

    #[test]
    fn the_common_margin_goes() {
        assert_eq!(dedent("\n    a\n      b\n\n    c\n    "), "\na\n  b\n\nc\n");
        assert_eq!(dedent("a\n  b"), "a\n  b");
        assert_eq!(dedent("\t a\n\tb"), " a\nb");
        assert_eq!(dedent("  a\n\tb"), "  a\n\tb");
        assert_eq!(dedent("\n  \n"), "\n  \n");
        assert_eq!(dedent("    a\r\n    b"), "a\r\nb");
    }
}
