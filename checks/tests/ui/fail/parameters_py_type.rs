use pyrules::prelude::*;

fn f(_py: Python<'_>) {}

py_module! {
    mod m {
        fn f(py: Python);
    }
}

fn main() {}
