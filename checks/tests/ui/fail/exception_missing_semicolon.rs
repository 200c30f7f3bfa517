use pyrules::prelude::*;

py_exception! {
    exception TooSmall in shapes
}

fn main() {}
