use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let factor = 2.0;
        let _ = py_fn!(py, scale(x) = |x: f64| x * factor);
    });
}
