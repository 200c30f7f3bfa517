use pyrules::prelude::*;

enum Shape {
    Circle { radius: f64 },
}

py_union! {
    union Shape {
        Circle;
    }
}

fn main() {}
