use pyrules::prelude::*;

struct Opaque;

impl<'py> IntoPyObject<'py> for Opaque {
    type Target = PyAny;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(py.None())
    }
}

struct Point {
    x: f64,
    data: Opaque,
}

py_record! {
    dict Point(from_python) {
        x;
        data;
    }
}

fn main() {}
