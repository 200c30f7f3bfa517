use pyrules::prelude::*;

fn f(_a: (i64, i64)) {}

py_module! {
    mod m {
        fn f((a, b));
    }
}

fn main() {}
