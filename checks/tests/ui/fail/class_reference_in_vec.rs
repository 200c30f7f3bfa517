use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_class! {
    class Point {
        get x: field;
        static fn sum(points) = |points: Vec<&Point>| points.iter().map(|point| point.x).sum::<f64>();
    }
}

fn main() {}
