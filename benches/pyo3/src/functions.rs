//! Calls, scalars, errors, and what is called in Python.

use pyo3::buffer::PyUntypedBuffer;
use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyTuple};

type Object<'py> = Bound<'py, PyAny>;

#[pyfunction]
pub fn f0() {}

#[pyfunction]
#[pyo3(signature = (a, /))]
#[expect(unused_variables)]
pub fn f1(a: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, /))]
#[expect(unused_variables)]
pub fn f2(a: &Object<'_>, b: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, c, /))]
#[expect(unused_variables)]
pub fn f3(a: &Object<'_>, b: &Object<'_>, c: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, c, d, /))]
#[expect(unused_variables)]
pub fn f4(a: &Object<'_>, b: &Object<'_>, c: &Object<'_>, d: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, c, d, e, /))]
#[expect(unused_variables)]
pub fn f5(a: &Object<'_>, b: &Object<'_>, c: &Object<'_>, d: &Object<'_>, e: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, c, d, e, f, /))]
#[expect(unused_variables)]
pub fn f6(a: &Object<'_>, b: &Object<'_>, c: &Object<'_>, d: &Object<'_>, e: &Object<'_>, f: &Object<'_>) {}

#[pyfunction]
#[pyo3(signature = (a, b, c, d, e, f, g, /))]
#[expect(unused_variables)]
pub fn f7(
    a: &Object<'_>,
    b: &Object<'_>,
    c: &Object<'_>,
    d: &Object<'_>,
    e: &Object<'_>,
    f: &Object<'_>,
    g: &Object<'_>,
) {
}

#[pyfunction]
#[pyo3(signature = (a, b, c, d, e, f, g, h, /))]
#[expect(unused_variables, clippy::too_many_arguments)]
pub fn f8(
    a: &Object<'_>,
    b: &Object<'_>,
    c: &Object<'_>,
    d: &Object<'_>,
    e: &Object<'_>,
    f: &Object<'_>,
    g: &Object<'_>,
    h: &Object<'_>,
) {
}

#[pyfunction]
pub fn keyword2(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

#[pyfunction]
pub fn keyword4(a: i64, b: i64, c: i64, d: i64) -> i64 {
    a.wrapping_add(b).wrapping_add(c).wrapping_add(d)
}

#[pyfunction]
#[pyo3(signature = (a, b = 1, c = 2, d = 3))]
pub fn default4(a: i64, b: i64, c: i64, d: i64) -> i64 {
    keyword4(a, b, c, d)
}

#[pyfunction]
#[pyo3(signature = (a, *, key = 1))]
pub fn only(a: i64, key: i64) -> i64 {
    a.wrapping_add(key)
}

#[pyfunction]
#[pyo3(signature = (*args))]
pub fn args(args: &Bound<'_, PyTuple>) -> usize {
    args.len()
}

#[pyfunction]
#[pyo3(signature = (**kwargs))]
pub fn kwargs(kwargs: Option<&Bound<'_, PyDict>>) -> usize {
    kwargs.map_or(0, |kwargs| kwargs.len())
}

#[pyfunction]
#[pyo3(signature = (x, /))]
pub fn int_(x: i64) -> i64 {
    x
}

#[pyfunction]
#[pyo3(signature = (x, /))]
pub fn int128(x: i128) -> i128 {
    x
}

#[pyfunction]
#[pyo3(signature = (x, /))]
pub fn float_(x: f64) -> f64 {
    x
}

#[pyfunction]
#[pyo3(signature = (x, /))]
pub fn bool_(x: bool) -> bool {
    x
}

#[pyfunction]
#[pyo3(signature = (x, /))]
pub fn option(x: Option<i64>) -> Option<i64> {
    x
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn str_(s: &str) -> &str {
    s
}

#[pyfunction]
#[pyo3(signature = (s, /))]
pub fn str_len(s: &str) -> usize {
    s.len()
}

#[pyfunction]
#[pyo3(signature = (b, /))]
pub fn bytes_(b: &[u8]) -> &[u8] {
    b
}

#[pyfunction]
#[pyo3(signature = (o, /))]
pub fn object_<'py>(o: Object<'py>) -> Object<'py> {
    o
}

#[pyfunction]
#[pyo3(signature = (t, /))]
pub fn tuple3_in(t: (i64, f64, &str)) -> i64 {
    let (a, b, text) = t;
    (a as f64 + b) as i64 + text.len() as i64
}

#[pyfunction]
pub fn tuple3_out() -> (i64, f64, &'static str) {
    (1, 2.5, "text")
}

#[pyfunction]
#[pyo3(signature = (b, /))]
pub fn buffer_sum(b: &Object<'_>) -> PyResult<f64> {
    let buffer = PyUntypedBuffer::get(b)?;
    // An empty array has no memory of its own, and so none that is aligned as doubles must be.
    if buffer.item_count() == 0 {
        return Ok(0.0);
    }
    let items = buffer.as_typed::<f64>()?;
    let sum = match items.as_slice_ptr() {
        // SAFETY: the buffer is still held, and no Python code runs that could write to it.
        Some(items) => unsafe { items.as_ref() }.iter().sum(),
        None => items.to_vec(b.py())?.iter().sum(),
    };
    // Without it, dropping the buffer attaches to the interpreter once more.
    buffer.release(b.py());
    Ok(sum)
}

#[pyfunction]
pub fn raise_() -> PyResult<()> {
    Err(PyValueError::new_err("the message"))
}

#[pyfunction]
#[pyo3(signature = (f, /))]
pub fn call0<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    f.call0()
}

#[pyfunction]
#[pyo3(signature = (f, /))]
pub fn call2<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    f.call1((1, 2))
}

#[pyfunction]
#[pyo3(signature = (f, /))]
pub fn call_keyword<'py>(f: &Object<'py>) -> PyResult<Object<'py>> {
    let py = f.py();
    // Keywords are given as a dict only.
    let keywords = [(intern!(py, "key"), 2)].into_py_dict(py)?;
    f.call((1,), Some(&keywords))
}

#[pyfunction]
#[pyo3(signature = (o, /))]
pub fn call_method<'py>(o: &Object<'py>) -> PyResult<Object<'py>> {
    o.call_method1(intern!(o.py(), "method"), (1,))
}

#[pyfunction]
#[pyo3(signature = (c, /))]
pub fn call_class<'py>(c: &Object<'py>) -> PyResult<Object<'py>> {
    c.call1((1,))
}

#[pyfunction]
#[pyo3(signature = (o, /))]
pub fn get_attribute<'py>(o: &Object<'py>) -> PyResult<Object<'py>> {
    o.getattr(intern!(o.py(), "value"))
}

#[pyfunction]
#[pyo3(signature = (o, x, /))]
pub fn set_attribute(o: &Object<'_>, x: i64) -> PyResult<()> {
    o.setattr(intern!(o.py(), "value"), x)
}

#[pyfunction]
#[pyo3(signature = (d, /))]
pub fn get_item<'py>(d: &Bound<'py, PyDict>) -> PyResult<Object<'py>> {
    // That of any object, unlike that of a dict, raises the KeyError.
    d.as_any().get_item(intern!(d.py(), "key"))
}

#[pyfunction]
#[pyo3(signature = (xs, /))]
pub fn iterate(xs: &Object<'_>) -> PyResult<usize> {
    let mut n = 0;
    for x in xs.try_iter()? {
        x?;
        n += 1;
    }
    Ok(n)
}
