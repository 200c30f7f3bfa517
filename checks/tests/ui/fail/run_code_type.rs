use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        pyrules::py_run!(py, 1);
        pyrules::py_run!(py, *1, "pass");
    });
}
