use pyrules::prelude::*;

enum Shape {
    Rectangle(f64, f64),
}

py_union! {
    union Shape {
        Rectangle;
    }
}

fn main() {}
