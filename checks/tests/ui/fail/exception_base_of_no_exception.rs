use pyrules::prelude::*;

struct Point;

py_exception! {
    exception TooSmall(Point) in shapes;
}

fn main() {}
