use pyrules::prelude::*;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

py_module! {
    mod numbers {
        fn add(a, b) -> i64;
    }
}

fn main() {}
