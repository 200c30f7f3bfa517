use pyrules::prelude::*;

struct Opaque;

struct Point {
    x: f64,
    data: Opaque,
}

py_record! {
    dict Point(to_python, by_value) {
        x;
        data;
    }
}

fn main() {}
