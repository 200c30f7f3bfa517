use pyrules::prelude::*;

struct Point;

fn origin() -> Point {
    Point
}

py_module! {
    mod shapes {
        fn origin();
        fn corner() = || Point;
    }
}

fn main() {}
