use pyrules::prelude::*;

const LIMIT: u32 = 10;

py_module! {
    mod numbers {
        const LIMIT: u32;
    }
}

fn main() {}
