use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let dict = PyDict::new(py);
        let _ = py_fn!(py, length() = move || dict.len());
    });
}
