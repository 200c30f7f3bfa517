use pyrules::prelude::*;

struct Point;

fn show<T>(_shape: T) {}

py_module! {
    mod shapes {
        fn show(shape: Point);
    }
}

fn main() {}
