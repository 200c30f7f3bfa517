//! What is set in an interpreter that has just started.

use super::error::{InterpreterError, InterpreterErrorKind};
use super::{Interpreter, configure};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, Python};
use crate::types::{PyBytes, PyDict, PyList};
use std::ffi::OsStr;
use std::path::Path;

/// Does what could not be configured before; ends the interpreter again if that fails.
///
/// # Safety
/// The interpreter has been started by this thread, which holds it, and nobody else has a token.
#[inline]
pub(super) unsafe fn finish(options: &Interpreter) -> Result<(), InterpreterError> {
    // SAFETY: the caller's promise.
    let py = unsafe { Python::assume_attached() };
    let Err(message) = apply(py, options).map_err(|error| error.traceback_text(py)) else {
        return Ok(());
    };
    // SAFETY: nothing of the interpreter is used any more.
    unsafe { ffi::Py_FinalizeEx() };
    let message = format!("the interpreter was started, but could not be set up: {message}");
    Err(InterpreterError::new(InterpreterErrorKind::Start, message))
}

#[inline]
fn apply(py: Python<'_>, options: &Interpreter) -> PyResult<()> {
    let sys = py.import("sys")?;
    if !configure::SETS_ARGV {
        let argv = PyList::empty(py);
        for argument in &options.argv {
            argv.append(native(py, argument)?)?;
        }
        if options.argv.is_empty() {
            argv.append(native(py, OsStr::new(""))?)?;
        }
        sys.setattr("argv", argv)?;
    }
    #[cfg(Py_2)]
    if options.buffered == Some(false) {
        unbuffer(py)?;
    }
    if cfg!(Py_2) && options.site {
        if let Some(folder) = &options.virtualenv {
            activate(py, folder)?;
        }
    }
    if let Some(paths) = options.search_paths.as_deref().filter(|_| !configure::SETS_PATH) {
        let list = PyList::empty(py);
        for path in paths {
            list.append(native(py, path.as_os_str())?)?;
        }
        sys.setattr("path", list)?;
    }
    let path = sys.getattr("path")?;
    for (index, folder) in options.first_paths.iter().enumerate() {
        path.call_method1("insert", (index, native(py, folder.as_os_str())?))?;
    }
    for folder in &options.last_paths {
        path.call_method1("append", (native(py, folder.as_os_str())?,))?;
    }
    Ok(())
}

/// A name as Python's `str` of that version: 2.7 has byte strings in `sys.path` and `sys.argv`.
#[inline]
fn native<'py>(py: Python<'py>, name: &OsStr) -> PyResult<Bound<'py, PyAny>> {
    if cfg!(Py_2) {
        Ok(PyBytes::new(py, name.as_encoded_bytes()).into_any())
    } else {
        Ok(name.into_pyobject(py)?.into_any())
    }
}

/// `python -u`: there is no variable for it.
#[cfg(Py_2)]
#[inline]
fn unbuffer(py: Python<'_>) -> PyResult<()> {
    let sys = py.import("sys")?;
    for name in ["stdout", "stderr"] {
        let file = sys.getattr(name)?;
        // SAFETY: attached, and the streams of a new interpreter are file objects.
        unsafe { ffi::PyFile_SetBufSize(file.as_ptr(), 0) };
    }
    Ok(())
}

/// What `activate_this.py` of a virtualenv does, for a `site` that does not know virtualenvs.
#[inline]
fn activate(py: Python<'_>, folder: &Path) -> PyResult<()> {
    const ACTIVATE: &str = "\
import os, site, sys
folder = os.path.abspath(folder)
version = 'python%d.%d' % sys.version_info[:2]
packages = [folder, 'Lib', 'site-packages'] if os.name == 'nt' else [folder, 'lib', version, 'site-packages']
packages = os.path.join(*packages)
if packages not in sys.path:
    before = list(sys.path)
    site.addsitedir(packages)
    sys.path[:] = [path for path in sys.path if path not in before] + before
    sys.real_prefix = sys.prefix
    sys.prefix = sys.exec_prefix = folder
";
    let globals = PyDict::new(py);
    globals.set_item("folder", native(py, folder.as_os_str())?)?;
    py.run(ACTIVATE, Some(&globals), None)
}
