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
        let x = &point.get().x;
        drop(point);
        println!("{x}");
    });
}
