use pyrules::prelude::*;

py_module! {
    mod numbers {
        fn twice(x, y) = |x: f64| 2.0 * x;
    }
}

fn main() {}
