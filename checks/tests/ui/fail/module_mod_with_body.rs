use pyrules::prelude::*;

py_module! {
    mod numbers {
        mod helpers {
            const ONE = 1;
        }
    }
}

fn main() {}
