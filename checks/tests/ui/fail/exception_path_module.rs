use pyrules::prelude::*;

py_exception! {
    exception TooSmall in shapes::sizes;
}

fn main() {}
