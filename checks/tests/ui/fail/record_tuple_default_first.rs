use pyrules::prelude::*;

struct Point {
    x: f64,
    y: f64,
}

py_record! {
    tuple Point {
        x = 0.0;
        y;
    }
}

fn main() {}
