use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let list = vec![1];
        pyrules::py_run!(py, list, list, "assert list");
    });
}
