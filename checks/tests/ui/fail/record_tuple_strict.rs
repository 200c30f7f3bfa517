use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    tuple Point(strict) {
        x;
    }
}

fn main() {}
