use pyrules::prelude::*;

struct Point {
    x: f64,
}

py_class! {
    class Point {
        get x: field;
    }
}

fn main() {
    Python::attach(|py| {
        let point = Bound::new(py, Point { x: 1.0 }).unwrap();
        point.borrow_mut().x = 2.0;
    });
}
