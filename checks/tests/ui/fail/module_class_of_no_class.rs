use pyrules::prelude::*;

struct Point;

py_module! {
    mod shapes {
        class Point;
        class String;
    }
}

fn main() {}
