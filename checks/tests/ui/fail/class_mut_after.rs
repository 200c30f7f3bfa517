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

py_class! {
    class mut Point {
        new(x);
    }
}

fn main() {}
