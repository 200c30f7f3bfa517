use pyrules::prelude::*;

py_exception! {
    exception TooSmall(ShapeError) in shapes;
}

fn main() {}
