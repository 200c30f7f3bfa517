use pyrules::prelude::*;
use pyrules::PyList;

fn length<'py>(py: Python<'py>, list: &Bound<'py, PyList>) -> usize {
    py.detach(|| list.len())
}

fn main() {}
