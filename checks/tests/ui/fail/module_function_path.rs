use pyrules::prelude::*;

mod math {
    pub fn add(a: i64, b: i64) -> i64 {
        a + b
    }
}

py_module! {
    mod numbers {
        fn math::add(a, b);
    }
}

fn main() {}
