use pyrules::prelude::*;

struct Point {
    x: f64,
    y: f64,
}

py_record! {
    dict Point { x; y }
}

fn main() {}
