use pyrules::prelude::*;

fn answer() -> i64 {
    42
}

py_module! {
    mod numbers {
        fn answer;
    }
}

fn main() {}
