use pyrules::prelude::*;

fn f(_kind: &str) {}

py_module! {
    mod m {
        fn f(type);
    }
}

fn main() {}
