use pyrules::prelude::*;

fn f(_a: i64) {}

py_module! {
    mod m {
        fn f(#[cfg(unix)] a);
    }
}

fn main() {}
