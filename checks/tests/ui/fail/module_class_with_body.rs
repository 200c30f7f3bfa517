use pyrules::prelude::*;

py_module! {
    mod shapes {
        class Circle(radius);
    }
}

fn main() {}
