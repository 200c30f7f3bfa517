use pyrules::prelude::*;

fn total(numbers: f64) -> f64 {
    numbers
}

py_module! {
    mod numbers {
        fn total(*numbers);
    }
}

fn main() {}
