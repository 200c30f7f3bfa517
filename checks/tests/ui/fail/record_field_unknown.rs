use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    dict Point {
        x;
        z;
    }
}

fn main() {}
