//! Lists, tuples, dicts and sets, copied into Rust's containers and made of them.

use crate::table::{Set, Table};
use pyrules::prelude::*;
use pyrules::{AsDict, AsSet, IntoPyDict, PyDict, PySet, PyTuple};
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

fn map<K: Eq + Hash, V>(key: fn(usize) -> K, value: fn(usize) -> V) -> Sized<Table<K, V>> {
    Sized::new(|n| (0..n).map(|i| (key(i), value(i))).collect())
}

fn set<T: Eq + Hash>(item: fn(usize) -> T) -> Sized<Set<T>> {
    Sized::new(|n| (0..n).map(item).collect())
}

static INTS: LazyLock<Sized<Vec<i64>>> = LazyLock::new(|| vec(int));
static FLOATS: LazyLock<Sized<Vec<f64>>> = LazyLock::new(|| vec(float));
static STRS: LazyLock<Sized<Vec<String>>> = LazyLock::new(|| vec(text));
static STR_INT: LazyLock<Sized<Table<String, i64>>> = LazyLock::new(|| map(text, int));
static INT_FLOAT: LazyLock<Sized<Table<i64, f64>>> = LazyLock::new(|| map(int, float));
static STR_STR: LazyLock<Sized<Table<String, String>>> = LazyLock::new(|| map(text, text));
static INT_SET: LazyLock<Sized<Set<i64>>> = LazyLock::new(|| set(int));
static HASH_MAP: LazyLock<HashMap<String, i64>> =
    LazyLock::new(|| (0..1000).map(|i| (text(i), int(i))).collect());
static HASH_SET: LazyLock<HashSet<String>> = LazyLock::new(|| (0..1000).map(text).collect());
static STR_SET: LazyLock<Sized<Set<String>>> = LazyLock::new(|| set(text));

pub fn list_in_int(xs: Vec<i64>) -> usize {
    xs.len()
}

pub fn tuple_in_int(xs: Vec<i64>) -> usize {
    xs.len()
}

pub fn list_in_float(xs: Vec<f64>) -> usize {
    xs.len()
}

pub fn tuple_in_float(xs: Vec<f64>) -> usize {
    xs.len()
}

pub fn list_in_str(xs: Vec<String>) -> usize {
    xs.len()
}

pub fn tuple_in_str(xs: Vec<String>) -> usize {
    xs.len()
}

pub fn dict_in_int(AsDict(d): AsDict<Table<String, i64>>) -> usize {
    d.len()
}

pub fn dict_in_float(AsDict(d): AsDict<Table<i64, f64>>) -> usize {
    d.len()
}

pub fn dict_in_str(AsDict(d): AsDict<Table<String, String>>) -> usize {
    d.len()
}

pub fn set_in_int(AsSet(s): AsSet<Set<i64>>) -> usize {
    s.0.len()
}

pub fn set_in_str(AsSet(s): AsSet<Set<String>>) -> usize {
    s.0.len()
}

pub fn list_out_int(n: usize) -> &'static [i64] {
    INTS.of(n)
}

pub fn tuple_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, INTS.of(n))
}

pub fn list_out_float(n: usize) -> &'static [f64] {
    FLOATS.of(n)
}

pub fn tuple_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, FLOATS.of(n))
}

pub fn list_out_str(n: usize) -> &'static [String] {
    STRS.of(n)
}

pub fn tuple_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, STRS.of(n))
}

pub fn dict_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    STR_INT.of(n).into_py_dict(py)
}

pub fn dict_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    INT_FLOAT.of(n).into_py_dict(py)
}

pub fn dict_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    STR_STR.of(n).into_py_dict(py)
}

pub fn set_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    PySet::new(py, INT_SET.of(n))
}

pub fn set_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    PySet::new(py, STR_SET.of(n))
}

pub fn hash_map_in(d: HashMap<String, i64>) -> usize {
    d.len()
}

pub fn hash_map_out() -> &'static HashMap<String, i64> {
    &HASH_MAP
}

pub fn hash_set_in(s: HashSet<String>) -> usize {
    s.len()
}

pub fn hash_set_out() -> &'static HashSet<String> {
    &HASH_SET
}
