use pyrules::prelude::*;

struct Circle;

py_module! {
    mod shapes {
        class Circle = Circle;
    }
}

fn main() {}
