use pyrules::prelude::*;

fn f(_a: i64) {}

py_module! {
    mod m {
        fn f("a");
        fn g(1) = f;
    }
}

fn main() {}
