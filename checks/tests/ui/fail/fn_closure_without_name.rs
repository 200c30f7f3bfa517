use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, |x: f64| 2.0 * x);
    });
}
