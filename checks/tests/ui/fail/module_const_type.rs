use pyrules::prelude::*;

struct Point;

py_module! {
    mod shapes {
        const ORIGIN = Point;
        const LIMIT: u8 = "ten";
    }
}

fn main() {}
