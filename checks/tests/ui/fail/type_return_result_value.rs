use pyrules::prelude::*;

struct Point;

fn origin() -> PyResult<Point> {
    Ok(Point)
}

py_module! {
    mod shapes {
        fn origin();
    }
}

fn main() {}
