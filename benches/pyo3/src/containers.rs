//! Lists, tuples, dicts and sets, copied into Rust's containers and made of them.

use crate::mix::Mix;
use pyo3::conversion::FromPyObjectOwned;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PySet, PyTuple};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::LazyLock;

const SIZES: [usize; 3] = [10, 1000, 100_000];

/// One container for each size.
struct Sized<C>([C; 3]);

impl<C> Sized<C> {
    fn new(make: impl Fn(usize) -> C) -> Self {
        Sized(SIZES.map(make))
    }

    fn of(&self, n: usize) -> &C {
        &self.0[SIZES.iter().position(|size| *size == n).expect("one of the sizes")]
    }
}

fn int(i: usize) -> i64 {
    i as i64 * 1000
}

fn float(i: usize) -> f64 {
    i as f64 + 0.5
}

fn text(i: usize) -> String {
    format!("item {i}")
}

fn vec<T>(item: fn(usize) -> T) -> Sized<Vec<T>> {
    Sized::new(|n| (0..n).map(item).collect())
}

fn map<K: Eq + Hash, V>(key: fn(usize) -> K, value: fn(usize) -> V) -> Sized<HashMap<K, V, Mix>> {
    Sized::new(|n| (0..n).map(|i| (key(i), value(i))).collect())
}

fn set<T: Eq + Hash>(item: fn(usize) -> T) -> Sized<HashSet<T, Mix>> {
    Sized::new(|n| (0..n).map(item).collect())
}

static INTS: LazyLock<Sized<Vec<i64>>> = LazyLock::new(|| vec(int));
static FLOATS: LazyLock<Sized<Vec<f64>>> = LazyLock::new(|| vec(float));
static STRS: LazyLock<Sized<Vec<String>>> = LazyLock::new(|| vec(text));
static STR_INT: LazyLock<Sized<HashMap<String, i64, Mix>>> = LazyLock::new(|| map(text, int));
static INT_FLOAT: LazyLock<Sized<HashMap<i64, f64, Mix>>> = LazyLock::new(|| map(int, float));
static STR_STR: LazyLock<Sized<HashMap<String, String, Mix>>> = LazyLock::new(|| map(text, text));
static INT_SET: LazyLock<Sized<HashSet<i64, Mix>>> = LazyLock::new(|| set(int));
static STR_SET: LazyLock<Sized<HashSet<String, Mix>>> = LazyLock::new(|| set(text));

// `Vec<T>` as the type of an argument takes any sequence, and up to twice as long as these two, as it goes through the
// iterator protocol. `collect` would not reserve the memory for all items at once.

#[inline(never)]
fn list<'py, T: FromPyObjectOwned<'py>>(xs: &Bound<'py, PyList>) -> PyResult<Vec<T>> {
    let mut copies = Vec::with_capacity(xs.len());
    for item in xs.iter() {
        copies.push(item.extract().map_err(Into::into)?);
    }
    Ok(copies)
}

#[inline(never)]
fn tuple<'py, T: FromPyObjectOwned<'py>>(xs: &Bound<'py, PyTuple>) -> PyResult<Vec<T>> {
    let mut copies = Vec::with_capacity(xs.len());
    for item in xs.iter_borrowed() {
        copies.push(item.extract().map_err(Into::into)?);
    }
    Ok(copies)
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn list_in_int(xs: &Bound<'_, PyList>) -> PyResult<usize> {
    Ok(list::<i64>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn tuple_in_int(xs: &Bound<'_, PyTuple>) -> PyResult<usize> {
    Ok(tuple::<i64>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn list_in_float(xs: &Bound<'_, PyList>) -> PyResult<usize> {
    Ok(list::<f64>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn tuple_in_float(xs: &Bound<'_, PyTuple>) -> PyResult<usize> {
    Ok(tuple::<f64>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn list_in_str(xs: &Bound<'_, PyList>) -> PyResult<usize> {
    Ok(list::<String>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn tuple_in_str(xs: &Bound<'_, PyTuple>) -> PyResult<usize> {
    Ok(tuple::<String>(xs)?.len())
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_int(d: HashMap<String, i64, Mix>) -> usize {
    d.len()
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_float(d: HashMap<i64, f64, Mix>) -> usize {
    d.len()
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_str(d: HashMap<String, String, Mix>) -> usize {
    d.len()
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn set_in_int(s: HashSet<i64, Mix>) -> usize {
    s.len()
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn set_in_str(s: HashSet<String, Mix>) -> usize {
    s.len()
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn list_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyList>> {
    PyList::new(py, INTS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn tuple_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, INTS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn list_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyList>> {
    PyList::new(py, FLOATS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn tuple_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, FLOATS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn list_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyList>> {
    PyList::new(py, STRS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn tuple_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, STRS.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn dict_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    STR_INT.of(n).into_pyobject(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn dict_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    INT_FLOAT.of(n).into_pyobject(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn dict_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    STR_STR.of(n).into_pyobject(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn set_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    INT_SET.of(n).into_pyobject(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn set_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    STR_SET.of(n).into_pyobject(py)
}
