use pyrules::prelude::*;

py_module! {
    mod errors {
        exception ValueError;
    }
}

fn main() {}
