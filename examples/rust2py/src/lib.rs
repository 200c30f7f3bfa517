//! The smallest extension module: plain Rust, and one table of what Python sees.

use pyrules::prelude::*;

fn sum_as_string(a: i64, b: i64) -> String {
    (a + b).to_string()
}

/// The parts of a text that match a regular expression, found by Python's own `re`.
fn search<'py>(
    py: Python<'py>,
    text: &str,
    pattern: &str,
    flags: u32,
    limit: Option<usize>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Vec<String>> {
    let found = py.import("re")?.call_method1("compile", (pattern, flags))?.call_method(
        "finditer",
        (text,),
        options,
    )?;
    let matches = found.try_iter()?.map(|found| found?.call_method0("group")?.extract());
    matches.take(limit.unwrap_or(usize::MAX)).collect()
}

mod math {
    pub(crate) fn total(numbers: Vec<f64>) -> f64 {
        numbers.iter().sum()
    }
}

py_exception! {
    /// A number is below the limit.
    exception TooSmall(pyrules::exceptions::PyValueError) in rust2py;
}

fn at_least(number: i64, limit: i64) -> PyResult<i64> {
    if number < limit { Err(TooSmall::new_err(format!("{number} is less than {limit}"))) } else { Ok(number) }
}

/// The number of a signal by its name, as the C library has it.
#[cfg(unix)]
fn signal_number(py: Python<'_>, name: &str) -> PyResult<i32> {
    py.import("signal")?.get(name)?.extract()
}

py_module! {
    /// Helpers that live in a module of their own: `import rust2py.helpers`.
    mod helpers {
        /// The text, backwards.
        fn reverse(text) = |text: &str| text.chars().rev().collect::<String>();
    }
}

py_module! {
    /// This module is implemented in Rust.
    pub mod rust2py {
        /// Formats the sum of two numbers as a string.
        fn sum_as_string(a, b = 2);
        /// The parts of `text` that match `pattern`, `limit` of them at most.
        ///
        /// Options are those of `re.Pattern.finditer`: `pos` and `endpos`.
        fn search(py, text, /, pattern, flags = 0, *, limit = None, **options);
        /// The sum of all arguments.
        fn total(*numbers) = math::total;
        /// Twice the number.
        fn twice(x) = |x: f64| 2.0 * x;
        /// Returns the number, or raises `TooSmall`.
        fn at_least(number, limit = 0);
        exception TooSmall;
        const LIMIT = 10;
        mod helpers;
        #[cfg(unix)]
        /// The number of a signal.
        fn signal_number(py, name);
        |py, m| { m.add("started", py.import("time")?.call_method0("time")?) }
    }
}
