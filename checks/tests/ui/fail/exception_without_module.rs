use pyrules::prelude::*;

py_exception! {
    exception TooSmall;
}

fn main() {}
