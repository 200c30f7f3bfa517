use pyrules::prelude::*;

struct Point;

fn main() {
    Python::attach(|py| {
        let _ = py_fn!(py, f(point) = |_: Point| ());
        let _ = py_fn!(py, g() = || Point);
    });
}
