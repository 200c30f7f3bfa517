//! Calls, scalars, errors, and what is called in Python.

use pyrules::exceptions::{PyKeyError, PyValueError};
use pyrules::prelude::*;
use pyrules::{PyBuffer, PyDict, intern};

type Object<'py> = Bound<'py, PyAny>;

pub fn f0() {}
pub fn f1(_: &Object<'_>) {}
pub fn f2(_: &Object<'_>, _: &Object<'_>) {}
pub fn f3(_: &Object<'_>, _: &Object<'_>, _: &Object<'_>) {}
pub fn f4(_: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>) {}
pub fn f5(_: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>) {}
pub fn f6(_: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>, _: &Object<'_>) {}
pub fn f7(
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
) {
}
#[allow(clippy::too_many_arguments)]
pub fn f8(
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
    _: &Object<'_>,
) {
}

pub fn keyword2(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

pub fn keyword4(a: i64, b: i64, c: i64, d: i64) -> i64 {
    a.wrapping_add(b).wrapping_add(c).wrapping_add(d)
}

pub fn args(args: &[Object<'_>]) -> usize {
    args.len()
}

pub fn kwargs(_: Python<'_>, kwargs: Option<Bound<'_, PyDict>>) -> usize {
    kwargs.map_or(0, |kwargs| kwargs.len())
}

pub fn int_(x: i64) -> i64 {
    x
}

pub fn int128(x: i128) -> i128 {
    x
}

pub fn float_(x: f64) -> f64 {
    x
}

pub fn bool_(x: bool) -> bool {
    x
}

pub fn option(x: Option<i64>) -> Option<i64> {
    x
}

pub fn str_(s: &str) -> &str {
    s
}

pub fn str_len(s: &str) -> usize {
    s.len()
}

pub fn bytes_(b: &[u8]) -> &[u8] {
    b
}

pub fn object_<'py>(o: Object<'py>) -> Object<'py> {
    o
}

pub fn tuple3_in((a, b, text): (i64, f64, &str)) -> i64 {
    (a as f64 + b) as i64 + text.len() as i64
}

pub fn tuple3_out() -> (i64, f64, &'static str) {
    (1, 2.5, "text")
}

pub fn buffer_sum(b: PyBuffer<'_, f64>) -> PyResult<f64> {
    match b.as_slice() {
        Some(items) => Ok(items.iter().map(|item| item.get()).sum()),
        None => Ok(b.to_vec()?.iter().sum()),
    }
}

/// Computes for a while, detached or not: what `scaling` runs in several threads.
pub fn spin(py: Python<'_>, n: u64) -> u64 {
    py.detach(|| compute(n))
}

pub fn compute(n: u64) -> u64 {
    (0..n).fold(1, |sum, i| std::hint::black_box(sum ^ i).rotate_left(5))
}

pub fn raise_() -> PyResult<()> {
    Err(PyValueError::new_err("the message"))
}

pub fn call0<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    f.call0()
}

pub fn call2<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    f.call1((1, 2))
}

pub fn call_keyword<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    f.call((1,), ((intern!(f.py(), "key"), 2),))
}

pub fn call_method<'py>(o: &Object<'py>) -> PyResult<Object<'py>> {
    o.call_method1(intern!(o.py(), "method"), (1,))
}

pub fn call_class<'py>(c: &Object<'py>) -> PyResult<Object<'py>> {
    c.call1((1,))
}

pub fn get_attribute<'py>(o: &Object<'py>) -> PyResult<Object<'py>> {
    o.getattr(intern!(o.py(), "value"))
}

pub fn set_attribute(o: &Object<'_>, x: i64) -> PyResult<()> {
    o.setattr(intern!(o.py(), "value"), x)
}

pub fn get_item<'py>(d: &Bound<'py, PyDict>) -> PyResult<Object<'py>> {
    let key = intern!(d.py(), "key");
    d.get_item(key)?.ok_or_else(|| PyKeyError::new_err(key.clone().unbind()))
}

pub fn iterate(xs: &Object<'_>) -> PyResult<usize> {
    let mut n = 0;
    for x in xs.try_iter()? {
        x?;
        n += 1;
    }
    Ok(n)
}
