//! Importing modules and running Python code: methods of the token.

use super::{PyCode, PyCodeInput, PyDict, PyModule, PyString};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, Python};

impl<'py> Python<'py> {
    /// Imports a module: `import name`. A dotted name gives the last module, `os.path` of `os.path`.
    /// (`PyImport_Import`)
    ///
    /// ```
    /// # use pyrules::Python;
    /// Python::attach(|py| {
    ///     let pi: f64 = py.import("math")?.get("pi")?.extract()?;
    ///     assert_eq!(pi, std::f64::consts::PI);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ModuleNotFoundError` (`ImportError` before 3.6), and whatever the module raises.
    #[inline]
    pub fn import(self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyModule>> {
        PyModule::import(self, name)
    }

    /// The value of a Python expression. (`PyEval_EvalCode`)
    ///
    /// Without `globals` it sees the names of the module `__main__`, where there are the built-in ones only at first.
    /// Names are looked up in `locals` first. The built-in functions are put into `globals` as `__builtins__` if that is
    /// missing, as Python's own `eval` does. Spaces before the expression do not matter.
    ///
    /// ```
    /// use pyrules::{IntoPyDict, Python};
    ///
    /// Python::attach(|py| {
    ///     let locals = [("a", 6), ("b", 7)].into_py_dict(py)?;
    ///     let answer: i32 = py.eval("a * b", None, Some(&locals))?.extract()?;
    ///     assert_eq!(answer, 42);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `SyntaxError` if it is no expression, `ValueError` if it contains a NUL, and whatever it raises.
    #[inline]
    pub fn eval(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let code = code.trim_start_matches([' ', '\t']);
        super::code::compile(self, code, "<string>", PyCodeInput::Eval)?.run(globals, locals)
    }

    /// Runs Python statements. (`PyEval_EvalCode`)
    ///
    /// `globals` and `locals` are as for [`eval`](Self::eval); what the code assigns goes to `locals`, or to `globals` if
    /// there are none. Code that defines functions or classes is run with `globals` alone, as a module is: functions do
    /// not see the `locals` of what defined them. [`compile`](Self::compile) names the code in tracebacks.
    ///
    /// ```
    /// use pyrules::{PyDict, Python};
    ///
    /// Python::attach(|py| {
    ///     let globals = PyDict::new(py);
    ///     py.run("def double(x):\n    return 2 * x\nresult = double(21)", Some(&globals), None)?;
    ///     let result = globals.get_item("result")?.expect("the code assigns it");
    ///     assert_eq!(result.extract::<i32>()?, 42);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `SyntaxError`, `ValueError` if the code contains a NUL, and whatever it raises.
    #[inline]
    pub fn run(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<()> {
        super::code::compile(self, code, "<string>", PyCodeInput::File)?.run(globals, locals).map(drop)
    }

    /// Compiles Python code once, to be run as often as wanted. (`Py_CompileString`)
    ///
    /// Tracebacks name `file_name`, which need not be a file: the source is left with the module `linecache`, so that
    /// they show the line where Python itself makes them from there.
    ///
    /// ```
    /// use pyrules::{PyCodeInput, Python};
    ///
    /// Python::attach(|py| {
    ///     let code = py.compile("1 / 0", "sums.py", PyCodeInput::Eval)?;
    ///     let error = code.run(None, None).unwrap_err();
    ///     assert!(error.traceback(py).unwrap().format()?.contains("sums.py"));
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `SyntaxError`, and `ValueError` if the code or the name contains a NUL.
    #[inline]
    pub fn compile(self, code: &str, file_name: &str, input: PyCodeInput) -> PyResult<Bound<'py, PyCode>> {
        PyCode::compile(self, code, file_name, input)
    }

    /// Runs the handlers of the signals that have arrived, in the main thread; elsewhere it does nothing.
    /// (`PyErr_CheckSignals`)
    ///
    /// Rust code that runs long calls it now and then, and returns the error: that is how Ctrl-C works.
    ///
    /// # Errors
    /// What a handler raises, `KeyboardInterrupt` in the first place.
    #[inline]
    pub fn check_signals(self) -> PyResult<()> {
        // SAFETY: attached.
        error_on_minus_one(self, unsafe { ffi::PyErr_CheckSignals() }).map(drop)
    }
}
