use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_class! {
    mut class Point {
        get x: field;
    }
}

fn x(point: &Bound<'_, Point>) -> f64 {
    point.get().x
}

fn main() {
    let _ = x;
}
