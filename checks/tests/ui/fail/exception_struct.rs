use pyrules::prelude::*;

py_exception! {
    pub struct TooSmall in shapes;
}

fn main() {}
