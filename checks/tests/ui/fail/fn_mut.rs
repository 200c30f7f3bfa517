use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let mut count = 0;
        let _ = py_fn!(py, next() = move || {
            count += 1;
            count
        });
    });
}
