use pyrules::prelude::*;

py_class! {
    pub struct Point {
        x: f64,
    }
}

fn main() {}
