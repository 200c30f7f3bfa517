use pyrules::prelude::*;

fn options(options: Vec<i32>) -> usize {
    options.len()
}

py_module! {
    mod numbers {
        fn options(**options);
    }
}

fn main() {}
