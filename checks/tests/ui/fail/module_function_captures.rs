use pyrules::prelude::*;

fn main() {
    let factor = 2.0;
    py_module! {
        mod numbers {
            fn scale(x) = |x: f64| factor * x;
        }
    }
}
