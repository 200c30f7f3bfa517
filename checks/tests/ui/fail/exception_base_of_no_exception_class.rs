use pyrules::prelude::*;

py_exception! {
    exception TooSmall(PyDict) in shapes;
}

fn main() {}
