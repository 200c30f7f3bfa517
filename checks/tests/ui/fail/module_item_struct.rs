use pyrules::prelude::*;

struct Point;

py_module! {
    mod shapes {
        struct Point;
    }
}

fn main() {}
