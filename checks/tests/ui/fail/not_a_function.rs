use pyrules::prelude::*;

const LIMIT: usize = 10;

py_module! {
    mod numbers {
        fn limit() = LIMIT;
    }
}

fn main() {}
