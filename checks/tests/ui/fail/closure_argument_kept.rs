use pyrules::prelude::*;
use std::sync::Mutex;

static KEPT: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

fn main() {
    Python::attach(|py| {
        py_fn!(py, keep(text) = |text: &str| KEPT.lock().unwrap().push(text)).map(drop).unwrap();
    });
}
