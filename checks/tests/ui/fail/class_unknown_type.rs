use pyrules::prelude::*;

py_class! {
    class Point {
        new() = || 1;
    }
}

fn main() {}
