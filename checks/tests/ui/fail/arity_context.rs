use pyrules::prelude::*;

fn version(py: Python<'_>) -> String {
    py.version().to_string()
}

py_module! {
    mod about {
        fn version();
    }
}

fn main() {}
