use pyrules::prelude::*;

py_module! {
    mod numbers;
}

fn main() {}
