use pyrules::prelude::*;

fn keep(text: &'static str) -> usize {
    text.len()
}

fn main() {
    Python::attach(|py| py_fn!(py, keep(text)).map(drop).unwrap());
}
