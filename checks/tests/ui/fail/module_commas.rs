use pyrules::prelude::*;

fn one() {}
fn two() {}

py_module! {
    mod numbers {
        fn one(),
        fn two(),
    }
}

fn main() {}
