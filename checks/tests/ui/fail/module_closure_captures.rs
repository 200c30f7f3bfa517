use pyrules::prelude::*;

fn main() {
    let one = 1;
    py_module! {
        mod numbers {
            |py, m| m.add("one", one)
        }
    }
}
