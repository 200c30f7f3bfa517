use pyrules::prelude::*;

py_module! {
    mod numbers(no_gil) {
        const ONE = 1;
    }
}

fn main() {}
