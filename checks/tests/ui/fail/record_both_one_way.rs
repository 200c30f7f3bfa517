use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_record! {
    dict Point(from_python, to_python) {
        x;
    }
}

fn main() {}
