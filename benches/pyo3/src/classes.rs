//! The classes.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyIndexError;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::pyclass::CompareOp;
use pyo3::types::PyType;

#[pyclass(subclass, frozen, get_all)]
#[derive(Clone, Copy, PartialEq)]
pub struct Point {
    x: f64,
    y: f64,
}

#[pymethods]
impl Point {
    #[new]
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    #[getter]
    fn length(&self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    fn area(&self) -> f64 {
        self.x * self.y
    }

    #[pyo3(signature = (other, /))]
    fn dot(&self, other: &Point) -> f64 {
        self.x * other.x + self.y * other.y
    }

    #[pyo3(signature = (k, /))]
    fn scaled(&self, k: f64) -> Self {
        Point::new(self.x * k, self.y * k)
    }

    fn moved(&self, dx: f64, dy: f64) -> Self {
        Point::new(self.x + dx, self.y + dy)
    }

    #[staticmethod]
    #[pyo3(signature = (a, b, /))]
    fn product(a: f64, b: f64) -> f64 {
        a * b
    }

    #[classmethod]
    #[pyo3(signature = (x, /))]
    fn diagonal<'py>(cls: &Bound<'py, PyType>, x: f64) -> PyResult<Bound<'py, PyAny>> {
        cls.call1((x, x))
    }

    fn __len__(&self) -> usize {
        2
    }

    fn __bool__(&self) -> bool {
        self.x != 0.0 || self.y != 0.0
    }

    fn __getitem__(&self, i: isize) -> PyResult<f64> {
        match i {
            0 => Ok(self.x),
            1 => Ok(self.y),
            _ => Err(index_error()),
        }
    }

    fn __contains__(&self, value: f64) -> bool {
        self.x == value || self.y == value
    }

    fn __iter__(&self) -> Coordinates {
        Coordinates { point: *self, next: 0 }
    }

    // The operands of `+` and of comparisons are cast here, not extracted by PyO3, which makes an exception of what
    // is no point before it returns NotImplemented.
    fn __add__<'py>(&self, other: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        match other.cast::<Point>() {
            Ok(other) => self.moved(other.get().x, other.get().y).into_bound_py_any(py),
            Err(_) => Ok(py.NotImplemented().into_bound(py)),
        }
    }

    fn __mul__(&self, k: f64) -> Self {
        self.scaled(k)
    }

    fn __neg__(&self) -> Self {
        Point::new(-self.x, -self.y)
    }

    fn __richcmp__<'py>(&self, other: &Bound<'py, PyAny>, op: CompareOp) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        let result = match (other.cast::<Point>(), op) {
            (Ok(other), CompareOp::Eq) => self == other.get(),
            (Ok(other), CompareOp::Ne) => self != other.get(),
            (Ok(other), CompareOp::Lt) => self.x < other.get().x,
            _ => return Ok(py.NotImplemented().into_bound(py)),
        };
        result.into_bound_py_any(py)
    }

    fn __hash__(&self) -> isize {
        (self.x as isize).wrapping_mul(31).wrapping_add(self.y as isize)
    }
}

fn index_error() -> PyErr {
    PyIndexError::new_err("index out of range")
}

/// Goes over the two numbers of a point.
#[pyclass]
pub struct Coordinates {
    point: Point,
    next: u8,
}

#[pymethods]
impl Coordinates {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&mut self) -> Option<f64> {
        let item = match self.next {
            0 => self.point.x,
            1 => self.point.y,
            _ => return None,
        };
        self.next += 1;
        Some(item)
    }
}

#[pyclass(subclass, get_all, set_all)]
pub struct Counter {
    value: i64,
}

#[pymethods]
impl Counter {
    #[new]
    #[pyo3(signature = (start = 0))]
    fn new(start: i64) -> Self {
        Counter { value: start }
    }

    fn increment(&mut self) {
        self.value = self.value.wrapping_add(1);
    }

    #[pyo3(signature = (n, /))]
    fn add(&mut self, n: i64) -> i64 {
        self.value = self.value.wrapping_add(n);
        self.value
    }

    #[pyo3(signature = (n, by = 1))]
    fn add_scaled(&mut self, n: i64, by: i64) -> i64 {
        self.add(n.wrapping_mul(by))
    }

    #[pyo3(signature = (n, /))]
    fn __call__(&self, n: i64) -> i64 {
        self.value.wrapping_add(n)
    }

    fn __iadd__(&mut self, n: i64) {
        self.add(n);
    }

    fn __setitem__(&mut self, i: isize, value: i64) -> PyResult<()> {
        if i != 0 {
            return Err(index_error());
        }
        self.value = value;
        Ok(())
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    #[pyo3(signature = (_kind, _error, _traceback, /))]
    fn __exit__(
        &self,
        _kind: &Bound<'_, PyAny>,
        _error: &Bound<'_, PyAny>,
        _traceback: &Bound<'_, PyAny>,
    ) -> bool {
        false
    }
}

#[pyclass(get_all, set_all)]
pub struct Holder {
    // Nothing once the collector has cleared it.
    item: Option<Py<PyAny>>,
}

#[pymethods]
impl Holder {
    #[new]
    #[pyo3(signature = (item, /))]
    fn new(item: Py<PyAny>) -> Self {
        Holder { item: Some(item) }
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.item)
    }

    fn __clear__(&mut self) {
        self.item = None;
    }
}
