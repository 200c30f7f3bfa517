use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    attributes Point {
        x;
        x as "y";
    }
}

fn main() {}
