use pyrules::prelude::*;

struct Point {
    kind: String,
}

py_record! {
    dict Point {
        kind as category;
    }
}

fn main() {}
