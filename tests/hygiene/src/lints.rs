//! Ordinary code under strict lints.
#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]
#![deny(rust_2018_idioms, unused_qualifications, unused_results, trivial_casts, variant_size_differences)]
#![deny(missing_debug_implementations, unused_lifetimes, single_use_lifetimes, let_underscore_drop)]

use py::prelude::*;
use py::{intern, py_run};

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn none() {}

fn search(text: &str, pattern: &str, limit: Option<usize>) -> Result<Vec<String>, std::num::ParseIntError> {
    let limit = limit.map_or_else(|| pattern.parse(), Ok)?;
    Ok(text.split(pattern).take(limit).map(str::to_owned).collect())
}

fn total(numbers: &[Bound<'_, PyAny>], options: Option<&Bound<'_, PyDict>>) -> usize {
    numbers.len() + usize::from(options.is_some())
}

#[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
fn wide(a: i64, b: i64, c: i64, d: i64, e: i64, f: i64, g: i64, h: i64, i: i64) -> i64 {
    a + b + c + d + e + f + g + h + i
}

fn switches(one: bool, two: bool) -> bool {
    one && two
}

py_exception! {
    /// A problem.
    pub exception Problem in lints;
    exception Smaller(Problem) in lints;
}

py_exception!(lints, Older, Problem, "A doc.");
py_import_exception!(zlib, error);

py_module! {
    /// A module.
    pub mod lints {
        /// Adds.
        fn add(a, b = 2);
        fn none();
        fn wide(a, b, c, d, e, f, g, h, i = 1);
        fn switches(one, two) = |one: bool, two: bool| switches(one, two);
        fn upperCase(Name, NAME = 1) = |name: i64, other: i64| name + other;
        fn search(text, pattern = ",", *, limit = None);
        fn total(*numbers, **options);
        fn typed(a: i64, b: i64 = 1) = add;
        fn closure(x) = |x: f64| 2.0 * x;
        fn token(py) = |py: Python<'_>| py.version().len();
        exception Problem;
        exception Smaller;
        exception Older;
        exception error;
        class PyDict;
        const LIMIT = 10;
        const lower: u16 = 3;
        |py, m| m.add("added", py.None())
    }
}

py_module! {
    mod r#struct {
        mod private;
        fn r#type() = || 1;
    }
}

py_module! {
    mod private {
        const ONE = 1;
    }
}

py_module_initializer!(older, |py, m| {
    m.add("add", py_fn!(py, add(a, b = 2)))?;
    let factor = 2.0;
    m.add("toScale", py_fn!(py, toScale(maxValue, *Arguments, **Keywords) = move |x: f64, _: Vec<i64>, _: Vec<(String, i64)>| factor * x))
});

/// Uses the rest.
pub fn run(py: Python<'_>) {
    let list = 1;
    py_run!(py, list, "assert list == 1");
    let _ = intern!(py, "name");
    append_to_inittab!(lints, private, r#struct);
}
