use pyrules::prelude::*;

struct Point {
    x: f64,
}

impl Point {
    fn new(x: f64) -> Self {
        Point { x }
    }
    fn length(&self) -> f64 {
        self.x
    }
    fn scale(&mut self, factor: f64) {
        self.x *= factor;
    }
    fn origin() -> Self {
        Point { x: 0.0 }
    }
}

#[allow(unused)]
fn use_it(py: Python<'_>) {
    py.get_type::<Point>();
}

py_class! {
    class Point(subclass, final) {
        new(x);
        fn length();
    }
}

fn main() {}
