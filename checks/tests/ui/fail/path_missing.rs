use pyrules::prelude::*;

mod math {}

py_module! {
    mod numbers {
        fn add(a, b) = math::add;
        fn subtract(a, b) = arithmetic::subtract;
    }
}

fn main() {}
