use pyrules::prelude::*;

py_module! {
    mod numbers {
        function add(a, b);
    }
}

fn main() {}
