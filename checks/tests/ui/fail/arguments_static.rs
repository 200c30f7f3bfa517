use pyrules::prelude::*;

fn keep(items: &'static [Bound<'static, PyAny>]) -> usize {
    items.len()
}

fn main() {
    Python::attach(|py| py_fn!(py, keep(*items)).map(drop).unwrap());
}
