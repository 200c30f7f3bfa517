use pyrules::prelude::*;

fn f(_py: i64) {}

py_module! {
    mod m {
        fn f(py = 1);
        fn g(a, py = 1) = f;
    }
}

fn main() {}
