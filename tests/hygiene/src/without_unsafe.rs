//! A crate that forbids unsafe code.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, clippy::all)]

use py::prelude::*;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

py_exception! {
    /// A problem.
    pub exception Problem in safe;
}

py_import_exception!(json, JSONDecodeError);

py_module! {
    mod safe {
        fn add(a, b = 2);
        exception Problem;
        exception JSONDecodeError;
    }
}

py_module_initializer!(older, |py, m| m.add("add", py_fn!(py, add(a, b = 2))));
