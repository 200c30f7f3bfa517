use pyrules::prelude::*;

py_module! {
    mod shapes {
        exception TooSmall(ShapeError);
    }
}

fn main() {}
