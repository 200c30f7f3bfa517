use pyrules::prelude::*;

struct TooSmall;

py_module! {
    mod shapes {
        exception TooSmall;
        exception PyDict;
    }
}

fn main() {}
