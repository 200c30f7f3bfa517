use pyrules::prelude::*;

py_module! {
    mod numbers(gil_used = true) {
        const ONE = 1;
    }
}

fn main() {}
