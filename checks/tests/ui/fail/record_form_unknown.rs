use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    list Point {
        x;
    }
}

fn main() {}
