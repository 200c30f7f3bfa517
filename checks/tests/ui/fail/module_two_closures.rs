use pyrules::prelude::*;

py_module! {
    mod numbers {
        |py, m| m.add("one", 1)
        |py, m| m.add("two", 2)
    }
}

fn main() {}
