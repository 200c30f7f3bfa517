//! Code objects: what compiling gives.

use super::interned::intern;
use super::{PyDict, PyModule};
use crate::err::exceptions::{PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, IntoPyObject as _, PyAny, Python};
use std::ffi::{CString, c_int};

#[cfg(not(Py_LIMITED_API))]
crate::python::native_type! {
    /// Compiled Python code. [`Python::compile`] makes it, [`run`](Bound::run) runs it.
    PyCode = "code", ffi::PyCode_Type, PyCode_Check;
}
#[cfg(Py_LIMITED_API)]
super::imported::imported_type! {
    /// Compiled Python code. [`Python::compile`] makes it, [`run`](Bound::run) runs it.
    PyCode = "code", "types", "CodeType";
}

/// What the code is that is compiled: the third argument of Python's `compile`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PyCodeInput {
    /// An expression, whose value running it gives: `"eval"`.
    Eval,
    /// Statements, as of a module: `"exec"`.
    File,
    /// One statement as of an interactive session, which prints the value of an expression: `"single"`.
    Single,
}

impl PyCode {
    /// Compiles; the same as [`Python::compile`].
    #[inline]
    pub fn compile<'py>(
        py: Python<'py>,
        code: &str,
        file_name: &str,
        input: PyCodeInput,
    ) -> PyResult<Bound<'py, PyCode>> {
        let compiled = compile(py, code, file_name, input);
        // A syntax error names a line as well.
        remember_source(py, code, file_name);
        compiled
    }

    /// A code object without instructions, which puts a name and a line of a Rust function into a traceback.
    /// (`PyCode_NewEmpty`)
    #[cfg(any(not(Py_LIMITED_API), unix))]
    #[inline]
    pub fn empty<'py>(
        py: Python<'py>,
        file_name: &str,
        function_name: &str,
        first_line: i32,
    ) -> PyResult<Bound<'py, PyCode>> {
        let file_name = c_string(file_name, "file name")?;
        let function_name = c_string(function_name, "function name")?;
        // SAFETY: attached; two C strings, which are copied; returns a new code object or null.
        unsafe {
            let code = ffi::PyCode_NewEmpty(file_name.as_ptr(), function_name.as_ptr(), first_line);
            Ok(Bound::from_owned_ptr_or_err(py, code.cast())?.downcast_into_unchecked())
        }
    }
}

/// A copy that ends in a NUL, for C.
#[inline]
pub(super) fn c_string(text: &str, what: &str) -> PyResult<CString> {
    CString::new(text)
        .map_err(|_| PyErr::with_message::<PyValueError>(format!("{what} cannot contain null characters")))
}

/// Compiles without leaving the source with `linecache`.
#[inline]
pub(super) fn compile<'py>(
    py: Python<'py>,
    code: &str,
    file_name: &str,
    input: PyCodeInput,
) -> PyResult<Bound<'py, PyCode>> {
    // Where the compiler cannot be told that this is UTF-8, a byte order mark says so, against a comment that names
    // another encoding.
    let marked = cfg!(any(Py_2, Py_LIMITED_API)).then(|| format!("\u{feff}{code}"));
    let code = c_string(marked.as_deref().unwrap_or(code), "source code")?;
    let file_name = c_string(file_name, "file name")?;
    let start = match input {
        PyCodeInput::Eval => ffi::Py_eval_input,
        PyCodeInput::File => ffi::Py_file_input,
        PyCodeInput::Single => ffi::Py_single_input,
    };
    // SAFETY: attached; two C strings; returns a new code object or null.
    unsafe {
        let code = compile_utf8(&code, &file_name, start);
        Ok(Bound::from_owned_ptr_or_err(py, code)?.downcast_into_unchecked())
    }
}

/// Compiles UTF-8, whatever encoding a comment in it names.
///
/// # Safety
/// Attached.
#[cfg(not(any(Py_2, Py_LIMITED_API)))]
#[inline]
unsafe fn compile_utf8(code: &CString, file_name: &CString, start: c_int) -> *mut ffi::PyObject {
    let utf8 = ffi::PyCF_SOURCE_IS_UTF8 | ffi::PyCF_IGNORE_COOKIE;
    let mut flags = ffi::PyCompilerFlags { cf_flags: utf8, ..Default::default() };
    // SAFETY: forwarded from the caller; C strings and flags that live during the call.
    unsafe { ffi::Py_CompileStringFlags(code.as_ptr(), file_name.as_ptr(), start, &raw mut flags) }
}

/// Compiles UTF-8 that has a byte order mark.
///
/// # Safety
/// Attached.
#[cfg(any(Py_2, Py_LIMITED_API))]
#[inline]
unsafe fn compile_utf8(code: &CString, file_name: &CString, start: c_int) -> *mut ffi::PyObject {
    // SAFETY: forwarded from the caller; C strings that live during the call.
    unsafe { ffi::Py_CompileString(code.as_ptr(), file_name.as_ptr(), start) }
}

/// Leaves the source with `linecache`, from where tracebacks take their lines.
///
/// It is a courtesy: a failure is of no consequence.
#[inline]
fn remember_source(py: Python<'_>, code: &str, file_name: &str) {
    if matches!(file_name, "" | "<string>" | "<stdin>") {
        // Names that say nothing, and that many pieces of code share.
        return;
    }
    let remember = || -> PyResult<()> {
        let lines = super::PyList::new(py, code.split_inclusive('\n'))?;
        if let Ok(last) = lines.get_item(-1) {
            // `linecache` expects each line to end in a newline.
            lines.set_item(-1, last.to_string().trim_end_matches('\n').to_owned() + "\n")?;
        }
        let none = ().into_pyobject(py)?.into_any();
        // Without a time of change the entry is not checked against a file.
        let entry = super::PyTuple::new(
            py,
            [
                code.len().into_pyobject(py)?.into_any(),
                none,
                lines.into_any(),
                file_name.into_pyobject(py)?.into_any(),
            ],
        )?;
        py.import("linecache")?.getattr("cache")?.set_item(file_name, entry)
    };
    drop(remember());
}

impl<'py> Bound<'py, PyCode> {
    /// Runs the code: the value of an expression, else `None`. (`PyEval_EvalCode`)
    ///
    /// `globals` and `locals` are as for [`Python::eval`].
    #[inline]
    pub fn run(
        &self,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        // Whoever runs them without their variables reads through a null pointer. `exec` in Python says this as well.
        if self.getattr(intern!(py, "co_freevars"))?.len()? > 0 {
            return Err(PyErr::with_message::<PyTypeError>("code object may not contain free variables"));
        }
        let main;
        let globals = match globals {
            Some(globals) => globals,
            None => {
                main = main_module(py)?.dict();
                &main
            }
        };
        add_builtins(globals)?;
        let locals = locals.unwrap_or(globals);
        // SAFETY: a code object and two dicts; returns a new reference or null.
        unsafe {
            let value = ffi::PyEval_EvalCode(self.as_ptr().cast(), globals.as_ptr(), locals.as_ptr());
            Bound::from_owned_ptr_or_err(py, value)
        }
    }
}

/// The module `__main__`, made if it is not there (in a sub-interpreter, or after an odd start).
#[inline]
fn main_module(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    // SAFETY: attached; a C string; returns a new reference or null.
    unsafe {
        let main = ffi::PyImport_AddModuleRef(c"__main__".as_ptr());
        Ok(Bound::from_owned_ptr_or_err(py, main)?.downcast_into_unchecked())
    }
}

/// Makes the built-in names known to code that runs with these globals.
#[inline]
fn add_builtins(globals: &Bound<'_, PyDict>) -> PyResult<()> {
    let py = globals.py();
    let name = intern!(py, "__builtins__");
    if globals.contains(name)? {
        return Ok(());
    }
    // SAFETY: attached; returns a new reference to a dict.
    let builtins = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyEval_GetFrameBuiltins())? };
    globals.set_item(name, builtins)
}
