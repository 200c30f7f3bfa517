use pyrules::prelude::*;

py_module! {
    mod shapes {
        enum Color;
    }
}

fn main() {}
