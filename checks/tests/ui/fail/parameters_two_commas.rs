use pyrules::prelude::*;

fn f(_a: i64, _b: i64) {}

py_module! {
    mod m {
        fn f(a,, b);
    }
}

fn main() {}
