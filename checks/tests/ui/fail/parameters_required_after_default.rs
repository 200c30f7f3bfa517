use pyrules::prelude::*;

fn f(_a: i64, _b: i64) {}

py_module! {
    mod m {
        fn f(a = 1, b);
        fn g(a = 1, /, b) = f;
    }
}

fn main() {}
