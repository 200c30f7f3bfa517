//! Lists, tuples, dicts and sets, copied into Rust's containers and made of them.

use crate::contents::{
    FLOATS, HASH_MAP, HASH_SET, INT_FLOAT, INT_SET, INTS, STR_INT, STR_SET, STR_STR, STRS,
};
use crate::table::{Set, Table};
use pyrules::prelude::*;
use pyrules::{AsDict, AsSet, IntoPyDict, PyDict, PySet, PyTuple};
use std::collections::{HashMap, HashSet};

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
