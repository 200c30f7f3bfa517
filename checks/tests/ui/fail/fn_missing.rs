use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, nowhere(a));
        let _ = py_fn!(py, math::nowhere(a));
    });
}
