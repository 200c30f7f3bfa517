use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        pyrules::py_run!(py, list, "assert list");
    });
}
