//! Lists, tuples, dicts and sets, copied into Rust's containers and made of them.

use crate::contents::{
    FLOATS, HASH_MAP, HASH_SET, INT_FLOAT, INT_SET, INTS, STR_INT, STR_SET, STR_STR, STRS,
};
use crate::table::{Set, Table};
use pyo3::conversion::FromPyObjectOwned;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyList, PySet, PyTuple};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

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

// Maps and sets that are not of the standard library, `indexmap` or `hashbrown` are filled by hand.
fn table<K, V>(d: &Bound<'_, PyDict>) -> PyResult<Table<K, V>>
where
    K: for<'py> FromPyObjectOwned<'py> + Eq + Hash,
    V: for<'py> FromPyObjectOwned<'py>,
{
    let mut table = Table::with_room(d.len());
    for (key, value) in d {
        table.put(key.extract().map_err(Into::into)?, value.extract().map_err(Into::into)?);
    }
    Ok(table)
}

fn set_of<T: for<'py> FromPyObjectOwned<'py> + Eq + Hash>(s: &Bound<'_, PySet>) -> PyResult<Set<T>> {
    let mut set = Table::with_room(s.len());
    for item in s {
        set.put(item.extract().map_err(Into::into)?, ());
    }
    Ok(Set(set))
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_int(d: &Bound<'_, PyDict>) -> PyResult<usize> {
    Ok(table::<String, i64>(d)?.len())
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_float(d: &Bound<'_, PyDict>) -> PyResult<usize> {
    Ok(table::<i64, f64>(d)?.len())
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn dict_in_str(d: &Bound<'_, PyDict>) -> PyResult<usize> {
    Ok(table::<String, String>(d)?.len())
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn set_in_int(s: &Bound<'_, PySet>) -> PyResult<usize> {
    Ok(set_of::<i64>(s)?.0.len())
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn set_in_str(s: &Bound<'_, PySet>) -> PyResult<usize> {
    Ok(set_of::<String>(s)?.0.len())
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
    STR_INT.of(n).into_py_dict(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn dict_out_float(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    INT_FLOAT.of(n).into_py_dict(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn dict_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PyDict>> {
    STR_STR.of(n).into_py_dict(py)
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn set_out_int(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    PySet::new(py, INT_SET.of(n))
}

#[pyfunction]
#[pyo3(signature = (n, /))]
pub fn set_out_str(py: Python<'_>, n: usize) -> PyResult<Bound<'_, PySet>> {
    PySet::new(py, STR_SET.of(n))
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn hash_map_in(d: HashMap<String, i64>) -> usize {
    d.len()
}

#[pyfunction]
pub fn hash_map_out(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    (&*HASH_MAP).into_pyobject(py)
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn hash_set_in(s: HashSet<String>) -> usize {
    s.len()
}

#[pyfunction]
pub fn hash_set_out(py: Python<'_>) -> PyResult<Bound<'_, PySet>> {
    (&*HASH_SET).into_pyobject(py)
}
