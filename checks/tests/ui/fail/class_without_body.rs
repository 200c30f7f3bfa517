use pyrules::prelude::*;

struct Point;

py_class! {
    class Point;
}

fn main() {}
