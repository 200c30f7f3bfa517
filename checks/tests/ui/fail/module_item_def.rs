use pyrules::prelude::*;

py_module! {
    mod numbers {
        def add(a, b);
    }
}

fn main() {}
