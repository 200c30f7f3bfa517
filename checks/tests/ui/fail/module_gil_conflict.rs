use pyrules::prelude::*;

py_module! {
    mod numbers(main_interpreter_only, per_interpreter_gil) {
        const ONE = 1;
    }
}

fn main() {}
