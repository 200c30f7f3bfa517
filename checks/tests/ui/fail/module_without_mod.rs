use pyrules::prelude::*;

py_module! {
    numbers {
        const ONE = 1;
    }
}

fn main() {}
