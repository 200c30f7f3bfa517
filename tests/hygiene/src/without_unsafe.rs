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

/// A pair.
pub struct Pair(i64, i64);

/// One of two.
pub enum Either {
    /// A pair.
    Pair(Pair),
    /// None.
    Neither,
}

py_record! {
    tuple Pair { 0; 1 = 2; }
}

py_union! {
    union Either { Pair; Neither = None; }
}

/// A counter.
pub struct Counter {
    value: i64,
    object: Option<PyObject>,
}

py_class! {
    /// A counter.
    pub mut class Counter(subclass, dict, gc = (object)) {
        new(value = 0) = |value: i64| Counter { value, object: None };
        get value: field;
        set value: field;
        get object: field;
        fn add(n = 1) = |counter: &mut Counter, n: i64| counter.value += n;
        fn __len__() = |counter: &Counter| counter.value.unsigned_abs() as usize;
    }
}

py_module! {
    mod safe {
        class Counter;
        fn add(a, b = 2);
        exception Problem;
        exception JSONDecodeError;
    }
}

py_module_initializer!(older, |py, m| m.add("add", py_fn!(py, add(a, b = 2))));
