use pyrules::prelude::*;

mod helpers {}

py_module! {
    mod numbers {
        mod helpers = helpers;
    }
}

fn main() {}
