use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, version() = move || py.version().to_string());
    });
}
