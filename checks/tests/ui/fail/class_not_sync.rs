use pyrules::prelude::*;

struct Point {
    x: std::cell::Cell<f64>,
}

py_class! {
    class Point {
        new() = || Point { x: Default::default() };
    }
}

fn main() {}
