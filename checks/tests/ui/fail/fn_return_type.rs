use pyrules::prelude::*;

fn f(a: i64) -> i64 {
    a
}

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, f(a) -> i64);
    });
}
