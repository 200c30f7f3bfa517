use pyrules::prelude::*;

py_module! {
    mod numbers {
        use math::add;
    }
}

fn main() {}
