use pyrules::prelude::*;

fn f(_a: Vec<(String, i64)>, _b: i64) {}

py_module! {
    mod m {
        fn f(**a, b);
        fn g(**a, *b) = f;
    }
}

fn main() {}
