use pyrules::prelude::*;

struct Point;

py_module! {
    mod shapes {
        class Point;
    }
}

fn main() {}
