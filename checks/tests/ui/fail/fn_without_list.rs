use pyrules::prelude::*;

fn f() {}

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, f);
    });
}
