use pyrules::prelude::*;

py_module! {
    mod numbers(per_interpreter_gil) {
        const LIMIT = 10;
    }
}

fn main() {}
