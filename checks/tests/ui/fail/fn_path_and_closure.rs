use pyrules::prelude::*;

mod math {}

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, math::twice(x) = |x: f64| 2.0 * x);
    });
}
