use pyrules::prelude::*;

fn f(_a: i64) {}

py_module! {
    mod m {
        fn f(slf, a);
        fn g(cls, a) = f;
    }
}

fn main() {}
