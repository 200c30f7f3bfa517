//! A virtualenv as seen from outside.

use super::error::InterpreterError;
use super::standard_library::version;
use std::path::{Path, PathBuf};

/// The virtualenv's interpreter, which tells Python's `site` which environment it is.
#[inline]
pub(super) fn executable(folder: &Path) -> Result<PathBuf, InterpreterError> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let shown = folder.display();
    let names: &[&str] =
        if cfg!(windows) { &["Scripts\\python.exe"] } else { &["bin/python", "bin/python3", "bin/python2"] };
    let Some(executable) = names.iter().map(|name| folder.join(name)).find(|path| path.exists()) else {
        return Err(InterpreterError::option(format!(
            "{shown} is not a virtualenv: there is no {}",
            folder.join(names[0]).display()
        )));
    };
    let (major, minor) = version();
    match version_of(&folder) {
        Some(other) if other != (major, minor) => Err(InterpreterError::option(format!(
            "the virtualenv {shown} is for Python {}.{}, and this program is linked to Python {major}.{minor}",
            other.0, other.1
        ))),
        // Before `venv` there was no such file, and 2.7 can do without.
        None if major > 2 => Err(InterpreterError::option(format!(
            "{shown} is not a virtualenv: no version in {}",
            folder.join("pyvenv.cfg").display()
        ))),
        _ => Ok(executable),
    }
}

/// `version = 3.11.7`, or `version_info = 3.11.7.final.0`, in `pyvenv.cfg`.
#[inline]
fn version_of(folder: &Path) -> Option<(u8, u8)> {
    let text = std::fs::read_to_string(folder.join("pyvenv.cfg")).ok()?;
    let value = text.lines().filter_map(|line| line.split_once('=')).find_map(|(key, value)| {
        matches!(key.trim(), "version" | "version_info").then(|| value.trim().to_owned())
    })?;
    let mut numbers = value.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}
