//! Looking for the standard library before Python does: without one the older versions end the process.

use super::Interpreter;
use super::error::InterpreterError;
use crate::ffi;
use std::ffi::CStr;
use std::path::{Path, PathBuf};

/// The version that the program is linked to: `3.11` of `3.11.7`.
#[inline]
pub(super) fn version() -> (u8, u8) {
    // SAFETY: returns a static string, also when there is no interpreter.
    let text = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }.to_str().unwrap_or_default();
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

/// Whether the home and the search paths that were given can be right.
#[inline]
pub(super) fn check(options: &Interpreter) -> Result<(), InterpreterError> {
    let (major, minor) = version();
    if let Some(paths) = options.search_paths.as_deref().filter(|_| major > 2) {
        // The first module that Python imports.
        if !paths.iter().any(|path| has_module(path, "encodings/__init__")) {
            return Err(InterpreterError::option(format!(
                "no standard library in the search paths {paths:?}: none of them has the package `encodings`"
            )));
        }
    } else if let Some(home) = &options.home {
        // Python takes `prefix:exec_prefix`, too.
        let prefix = std::env::split_paths(home).next().unwrap_or_default();
        let candidates = library_folders(&prefix, major, minor);
        if !candidates.iter().any(|path| has_module(path, "os")) {
            return Err(InterpreterError::option(format!(
                "{home:?} is not the home of a Python {major}.{minor}: there is no {}",
                candidates[0].join("os.py").display()
            )));
        }
    }
    Ok(())
}

#[inline]
fn library_folders(prefix: &Path, major: u8, minor: u8) -> Vec<PathBuf> {
    if cfg!(windows) {
        return vec![prefix.join("Lib"), prefix.join(format!("python{major}{minor}.zip"))];
    }
    let folder = |lib: &str| [lib.to_owned(), format!("python{major}.{minor}")].iter().collect::<PathBuf>();
    vec![
        prefix.join(folder("lib")),
        // Free-threaded builds have a `t` there.
        prefix.join(folder("lib")).with_file_name(format!("python{major}.{minor}t")),
        prefix.join(folder("lib64")),
        prefix.join("lib").join(format!("python{major}{minor}.zip")),
    ]
}

/// Whether a module may be in a folder or a zip file of `sys.path`.
#[inline]
fn has_module(path: &Path, name: &str) -> bool {
    path.is_file() || ["py", "pyc"].iter().any(|ending| path.join(format!("{name}.{ending}")).is_file())
}
