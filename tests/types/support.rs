//! Python code for the tests. Nothing here is tested; it uses the least that can be.

use pyrules::exceptions::PyException;
use pyrules::sync::MutexExt;
use pyrules::{Bound, PyAny, PyResult, PyTypeInfo, Python};
use std::sync::Mutex;

fn builtin<'py>(py: Python<'py>, name: &str) -> Bound<'py, PyAny> {
    let builtins = if py.version_info() < (3, 0) { "__builtin__" } else { "builtins" };
    py.import(builtins).unwrap().getattr(name).unwrap()
}

/// Runs statements and gives the namespace that they leave.
pub(crate) fn run<'py>(py: Python<'py>, source: &str) -> Bound<'py, PyAny> {
    let namespace = builtin(py, "dict").call0().unwrap();
    let code = builtin(py, "compile").call1((source, "<test>", "exec")).unwrap();
    builtin(py, "eval").call1((code, &namespace)).unwrap();
    namespace
}

/// The value of an expression.
pub(crate) fn eval<'py>(py: Python<'py>, expression: &str) -> Bound<'py, PyAny> {
    run(py, &format!("result = {expression}")).get_item("result").unwrap()
}

/// An object of a class whose methods, each given with its parameters and its one statement, are these.
pub(crate) fn object<'py>(py: Python<'py>, base: &str, methods: &[(&str, &str)]) -> Bound<'py, PyAny> {
    let mut source = format!("class Class({base}):\n    pass\n");
    for (signature, statement) in methods {
        source += &format!("    def {signature}: {statement}\n");
    }
    run(py, &source).get_item("Class").unwrap().call0().unwrap()
}

/// Fails the test unless the result is an exception of class `T`; gives its text.
#[track_caller]
pub(crate) fn raised<T: PyTypeInfo, R>(py: Python<'_>, result: PyResult<R>) -> String {
    match result {
        Ok(_) => panic!("no exception, instead of {}", T::NAME),
        Err(error) => {
            let name = error.to_string();
            assert!(error.is_instance_of::<T>(py), "{name} instead of {}", T::NAME);
            assert!(error.is_instance_of::<PyException>(py));
            error.value(py).to_string()
        }
    }
}

/// What `sys.stderr` is given while `f` runs.
pub(crate) fn stderr<'py>(py: Python<'py>, f: impl FnOnce()) -> String {
    // There is one `sys.stderr` for all tests, which take turns: not attached while they wait.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock_py_attached(py).unwrap_or_else(|poisoned| poisoned.into_inner());
    let sys = py.import("sys").unwrap();
    let before = sys.getattr("stderr").unwrap();
    let source = "class File:\n    text = u''\n    def write(self, text): self.text += text\n    def flush(self): pass";
    let file = run(py, source).get_item("File").unwrap().call0().unwrap();
    sys.setattr("stderr", &file).unwrap();
    f();
    sys.setattr("stderr", before).unwrap();
    file.getattr("text").unwrap().extract().unwrap()
}
