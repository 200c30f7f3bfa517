use pyrules::prelude::*;

py_module! {
    mod numbers {
        |py, m| { m.add("one", 1)?; }
    }
}

fn main() {}
