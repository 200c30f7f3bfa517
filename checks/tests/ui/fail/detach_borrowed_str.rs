use pyrules::prelude::*;
use pyrules::PyString;

fn main() {
    Python::attach(|py| {
        let name = PyString::new(py, "name");
        py.allow_threads(move || name.to_string());
    });
}
