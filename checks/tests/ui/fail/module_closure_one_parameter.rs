use pyrules::prelude::*;

py_module! {
    mod numbers {
        |m| m.add("one", 1)
    }
}

fn main() {}
