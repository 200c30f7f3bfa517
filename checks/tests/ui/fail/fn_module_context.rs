use pyrules::prelude::*;

fn f(_module: &Bound<'_, pyrules::PyModule>) {}

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, f(module));
        let _ = py_fn!(py, g(module) = f);
    });
}
