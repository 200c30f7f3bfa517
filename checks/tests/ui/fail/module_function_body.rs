use pyrules::prelude::*;

py_module! {
    mod numbers {
        fn add(a, b) {
            a + b
        }
    }
}

fn main() {}
