//! Modules: their contents, submodules, the older spelling, errors at import.

use pyrules::exceptions::PyImportError;
use pyrules::prelude::*;
use std::sync::Once;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn name_of(module: &Bound<'_, PyModule>, suffix: &str) -> PyResult<String> {
    Ok(format!("{}{suffix}", module.name()?))
}

fn with_both(py: Python<'_>, module: &Bound<'_, PyModule>) -> PyResult<String> {
    Ok(format!("{} {}", module.name()?, py.version_info().major))
}

const ANSWER: i32 = 42;

py_exception! {
    /// Too small.
    exception TooSmall in first;
}

mod inner {
    use pyrules::prelude::*;

    py_module! {
        /// Deeper.
        pub mod deepest {
            const DEPTH = 3;
        }
    }

    py_module! {
        /// Deep.
        pub(super) mod deep {
            const DEPTH: u64 = 2;
            fn add(a, b) = super::add;
            mod deepest;
        }
    }
}

py_module! {
    /// The first module.
    ///
    /// Its doc has two paragraphs.
    mod first {
        /// Adds.
        fn add(a, b = 1);
        #[cfg(any())]
        fn not_there();
        #[cfg(all())]
        fn there() = || "there";
        fn name_of(module, suffix = "");
        fn with_both(py, module);
        exception TooSmall;
        exception pyrules::exceptions::PyKeyError;
        const ANSWER;
        const NAMES = vec!["a", "b"];
        const EXACT: f32 = 0.5;
        mod inner::deep;
        |_py, m| m.add("computed", m.getattr("ANSWER")?.add(1)?)
    }
}

py_module! {
    mod second(main_interpreter_only, gil_used) {
        fn add(x, /, y) = add;
    }
}

py_module! {
    mod empty {}
}

py_module! {
    mod fails {
        |_, _| Err(PyImportError::new_err("not today"))
    }
}

py_module! {
    mod panics {
        |_, _| panic!("while importing")
    }
}

py_module_initializer!(older, |py, m| {
    m.add("__doc__", "This module is implemented in Rust.")?;
    m.add("add", py_fn!(py, add(a, b = 2)))
});

py_module_initializer!(oldest, initoldest, PyInit_oldest, |_py, m| m.add("x", 1));

fn start() {
    static START: Once = Once::new();
    START.call_once(|| append_to_inittab!(first, second, empty, fails, panics, older, oldest));
}

fn run(code: &str) {
    start();
    Python::attach(|py| {
        if let Err(error) = py.run(code, Some(&PyDict::new(py)), None) {
            panic!("{}", error.traceback_text(py));
        }
    });
}

#[test]
fn a_module_has_what_its_table_names() {
    run("
import first
assert first.__doc__ == 'The first module.\\n\\nIts doc has two paragraphs.', first.__doc__
assert first.add(1) == 2 and first.add(b=3, a=4) == 7
assert 'Adds.' in first.add.__doc__
assert not hasattr(first, 'not_there')
assert first.there() == 'there'
assert first.name_of() == 'first' and first.name_of('!') == 'first!'
assert first.with_both().startswith('first ')
assert issubclass(first.TooSmall, Exception) and first.TooSmall.__module__ == 'first'
assert first.TooSmall.__doc__.strip() == 'Too small.'
assert first.PyKeyError is KeyError
assert first.ANSWER == 42 and first.computed == 43
assert list(first.NAMES) == ['a', 'b']
assert first.EXACT == 0.5
assert first.add.__module__ == 'first'
");
}

#[test]
fn submodules_can_be_imported() {
    run("
import first.deep
import first.deep.deepest as deepest
from first.deep import add
assert first.deep.__name__ == 'first.deep' and first.deep.DEPTH == 2
assert deepest.__name__ == 'first.deep.deepest' and deepest.DEPTH == 3
assert deepest.__doc__ == 'Deeper.'
assert add(1, 2) == 3 and add.__module__ == 'first.deep'
");
}

#[test]
fn several_modules_and_the_older_spelling() {
    run("
import second, empty, older, oldest
assert second.add(1, y=2) == 3
assert empty.__doc__ in (None, '')
assert older.__doc__ == 'This module is implemented in Rust.' and older.add(1) == 3
assert oldest.x == 1
");
}

#[test]
fn an_error_while_importing_is_the_imports_result() {
    run("
try:
    import fails
except ImportError as error:
    assert str(error) == 'not today'
else:
    assert False
try:
    import panics
except BaseException as error:
    assert type(error).__name__ == 'PanicException' and 'while importing' in str(error), error
else:
    assert False
import sys
assert 'fails' not in sys.modules
");
}

#[test]
fn a_module_can_be_imported_again() {
    run("
import sys, first
old = first
del sys.modules['first']
import first
assert first.add(1) == 2 and old.add(1) == 2
assert first.TooSmall is old.TooSmall
");
}
