use pyrules::prelude::*;

struct Point {
    x: f64,
    cache: u8,
}

py_record! {
    dict Point {
        x;
        cache as _;
    }
}

fn main() {}
