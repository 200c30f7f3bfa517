use pyrules::prelude::*;

py_module! {
    mod numbers {
        fn add(a, b);
    }
}

fn main() {}
