use pyrules::prelude::*;

fn f(_a: Vec<i64>) {}

py_module! {
    mod m {
        fn f(*a = 1);
    }
}

fn main() {}
