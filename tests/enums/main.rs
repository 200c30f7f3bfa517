//! Enums: `py_enum!`.

mod data;
mod flags;
mod python;
mod unit;

use pyrules::prelude::*;
use std::sync::Once;

/// Makes the modules known, before the interpreter starts.
fn start() {
    static START: Once = Once::new();
    START.call_once(|| {
        append_to_inittab!(unit::painting, data::drawing, python::numbering, flags::flagging);
    });
}

fn run(code: &str) {
    start();
    Python::attach(|py| {
        if let Err(error) = py.run(code, None, None) {
            error.print(py);
            panic!("the code has raised");
        }
    });
}

/// How many references there are to an object.
fn count(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.py().import("sys")?.call_method1("getrefcount", (object,))?.extract()
}
