use pyrules::prelude::*;
use std::cell::Cell;

fn main() {
    Python::attach(|py| {
        let count = Cell::new(0);
        let _ = py_fn!(py, next() = move || {
            count.set(count.get() + 1);
            count.get()
        });
    });
}
