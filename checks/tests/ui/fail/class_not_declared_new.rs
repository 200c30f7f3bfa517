use pyrules::prelude::*;

struct Point;

fn main() {
    Python::attach(|py| {
        let _ = Bound::new(py, Point);
    });
}
