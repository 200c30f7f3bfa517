use pyrules::prelude::*;

fn f(_a: i64, _py: Python<'_>) {}

py_module! {
    mod m {
        fn f(a, py);
        fn g(module, a, py) = f;
    }
}

fn main() {}
