use pyrules::prelude::*;

py_module! {
    mod numbers {
        const ONE = 1;
    }
}

py_module! {
    mod numbers {
        const TWO = 2;
    }
}

fn main() {}
