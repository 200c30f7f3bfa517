use pyrules::prelude::*;

fn one() {}

py_module! {
    mod numbers {
        pub fn one();
    }
}

fn main() {}
