use pyrules::prelude::*;

py_module! {
    mod numbers(main_interpreter_only, unsafe(per_interpreter_gil)) {
        const ONE = 1;
    }
}

fn main() {}
