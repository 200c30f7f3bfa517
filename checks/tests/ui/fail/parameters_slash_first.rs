use pyrules::prelude::*;

fn f() {}

py_module! {
    mod m {
        fn f(/, a);
    }
}

fn main() {}
