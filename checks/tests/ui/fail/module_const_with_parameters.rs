use pyrules::prelude::*;

py_module! {
    mod numbers {
        const LIMIT(n) = 10;
    }
}

fn main() {}
