use pyrules::prelude::*;

py_module! {
    mod numbers {
        /// Adds the rest.
        |py, m| m.add("one", 1)
    }
}

fn main() {}
