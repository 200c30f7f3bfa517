use pyrules::prelude::*;

struct Point;

fn main() {
    Python::attach(|py| {
        let point = Point;
        pyrules::py_run!(py, point, "assert point");
    });
}
