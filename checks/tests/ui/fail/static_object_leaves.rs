use pyrules::prelude::*;
use pyrules::PyStatic;

static CACHE: PyStatic<PyDict> = PyStatic::new();

fn main() {
    let _dict = Python::attach(|py| CACHE.get(py));
}
