use pyrules::prelude::*;
use pyrules::exceptions::PyValueError;

py_exception! {
    exception TooSmall: PyValueError in shapes;
}

fn main() {}
