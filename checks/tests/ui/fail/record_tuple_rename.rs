use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    tuple Point {
        x as "first";
    }
}

fn main() {}
