use pyrules::prelude::*;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, add(a, b, c));
        let _ = py_fn!(py, add(a));
        let _ = py_fn!(py, twice(x) = |x: f64, y: f64| x * y);
    });
}
