use pyrules::prelude::*;

py_record! {
    struct Point {
        x: f64,
    }
}

fn main() {}
