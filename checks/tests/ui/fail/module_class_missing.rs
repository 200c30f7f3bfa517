use pyrules::prelude::*;

py_module! {
    mod shapes {
        class Circle;
        class round::Circle;
    }
}

fn main() {}
