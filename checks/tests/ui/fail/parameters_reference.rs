use pyrules::prelude::*;

fn f(_a: &str) {}

py_module! {
    mod m {
        fn f(&a);
    }
}

fn main() {}
