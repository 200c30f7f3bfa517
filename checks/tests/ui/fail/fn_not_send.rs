use pyrules::prelude::*;
use std::rc::Rc;

fn main() {
    Python::attach(|py| {
        let names = Rc::new(vec!["one"]);
        let _ = py_fn!(py, count() = move || names.len());
    });
}
