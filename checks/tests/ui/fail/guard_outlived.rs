use pyrules::prelude::*;

fn main() {
    let dict = {
        let gil = Python::acquire_gil();
        PyDict::new(gil.python())
    };
    dict.len();
}
