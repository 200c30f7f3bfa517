use pyrules::prelude::*;

struct Point(f64, f64);

fn length(unit: &str, point: Point) -> f64 {
    let _ = unit;
    point.0.hypot(point.1)
}

py_module! {
    mod shapes {
        fn length(unit, point);
        fn length_of(unit, point = Point(0.0, 0.0)) = length;
    }
}

fn main() {}
