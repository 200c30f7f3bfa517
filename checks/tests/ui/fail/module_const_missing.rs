use pyrules::prelude::*;

py_module! {
    mod numbers {
        const LIMIT;
    }
}

fn main() {}
