use pyrules::prelude::*;

fn one() {}

py_module! {
    mod numbers {
        #[signature(a, b)]
        fn one();
    }
}

fn main() {}
