#![deny(warnings, missing_docs)]
//! Every form of a signature.

use std::collections::{BTreeMap, HashMap};

use pyrules::prelude::*;
use pyrules::Py;

fn none() -> i64 {
    0
}

fn context(py: Python<'_>) -> bool {
    py.version_info() >= (2, 7)
}

fn both(_py: Python<'_>, module: &Bound<'_, PyModule>, a: i64) -> PyResult<i64> {
    Ok(module.getattr("ONE")?.extract::<i64>()? + a)
}

fn two(a: i64, b: i64) -> i64 {
    10 * a + b
}

fn three(a: i64, b: i64, c: i64) -> i64 {
    100 * a + 10 * b + c
}

fn slice(args: &[Bound<'_, PyAny>]) -> usize {
    args.len()
}

fn tuple(args: &Bound<'_, PyTuple>) -> usize {
    args.len()
}

fn stored(args: Py<PyTuple>, py: Bound<'_, PyDict>) -> PyResult<usize> {
    Ok(args.bind(py.py()).len() + py.len())
}

fn map(options: HashMap<String, i64>) -> i64 {
    options.values().sum()
}

fn all(a: i64, b: i64, args: Vec<i64>, c: i64, options: Option<&Bound<'_, PyDict>>) -> i64 {
    a + b + args.iter().sum::<i64>() + c + options.map_or(0, |options| options.len() as i64)
}

fn generic<T: Into<f64>>(x: T) -> f64 {
    x.into()
}

fn parsed(text: &str) -> Result<i64, std::num::ParseIntError> {
    text.parse()
}

py_module! {
    mod forms {
        const ONE = 1;
        fn none();
        fn context(py);
        fn both(py, module, a);
        fn keyword(r#type) = |kind: i64| kind;
        fn trailing(a, b,) = two;
        fn by_default(a, b = 2) = two;
        fn all_by_default(a = 1, b = 2) = two;
        fn computed(a, b = "2".parse()?) = two;
        fn typed(a: i64, b: i64 = 2) = two;
        fn positional(a, b, /) = two;
        fn positional_default(a, b = 2, /) = two;
        fn positional_then(a, /, b) = two;
        fn positional_default_then(a, b = 2, /, c = 3) = three;
        fn keyword_only(*, a, b) = two;
        fn keyword_default(a, *, b = 2) = two;
        fn keyword_required_last(a = 1, *, b) = two;
        fn slice(*args);
        fn tuple(*args);
        fn stored(*args, **py);
        fn map(**options);
        fn map_typed(**options: BTreeMap<String, i64>) = |options: BTreeMap<String, i64>| options.len();
        fn all(a, /, b, *args, c = 5, **options);
        fn generic(x: f64);
        fn generic_args(*x: Vec<f64>) = |x: Vec<f64>| x.len();
        fn parsed(text);
        fn own_name(own_name = 1) = |own_name: i64| own_name;
    }
}

fn main() -> PyResult<()> {
    append_to_inittab!(forms);
    Python::attach(|py| {
        py.run(
            "
import forms
assert forms.none() == 0
assert forms.context() is True
assert forms.both(2) == 3
assert forms.keyword(type=4) == 4
assert forms.trailing(1, 2) == 12
assert forms.by_default(1) == 12
assert forms.all_by_default() == 12
assert forms.computed(1) == 12
assert forms.typed(1) == 12
assert forms.positional(1, 2) == 12
assert forms.positional_default(1) == 12
assert forms.positional_then(1, b=2) == 12
assert forms.positional_default_then(1) == 123
assert forms.keyword_only(a=1, b=2) == 12
assert forms.keyword_default(1) == 12
assert forms.keyword_required_last(b=2) == 12
assert forms.slice(1, 2, 3) == 3
assert forms.tuple(1, 2, 3) == 3
assert forms.stored(1, 2, a=3) == 3
assert forms.map(a=1, b=2) == 3
assert forms.map_typed(a=1, b=2) == 2
assert forms.all(1, 2, 3, 4, d=1) == 16
assert forms.generic(1) == 1.0
assert forms.generic_args(1, 2) == 2
assert forms.parsed('42') == 42
assert forms.own_name() == 1
",
            None,
            None,
        )
    })
}
