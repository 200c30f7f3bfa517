use pyrules::prelude::*;

py_module! {
    mod numbers {
        fn twice(x) = |x| 2.0 * x;
    }
}

fn main() {}
