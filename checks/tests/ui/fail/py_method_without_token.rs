use pyrules::prelude::*;
use pyrules::Py;

fn length(dict: Py<PyDict>) -> usize {
    dict.len()
}

fn main() {}
