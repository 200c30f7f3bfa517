use pyrules::prelude::*;

fn f(_a: i64) {}

py_module! {
    mod m {
        fn f(mut a);
    }
}

fn main() {}
