use pyrules::prelude::*;

py_module! {
    mod numbers {
        //! Numbers.
        const ONE = 1;
    }
}

fn main() {}
