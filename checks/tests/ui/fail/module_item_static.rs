use pyrules::prelude::*;

py_module! {
    mod numbers {
        static LIMIT = 10;
    }
}

fn main() {}
