use pyrules::prelude::*;

py_module! {
    mod numbers {
        let limit = 10;
    }
}

fn main() {}
