use pyrules::prelude::*;

fn show<T: std::fmt::Debug>(shape: T) -> String {
    format!("{shape:?}")
}

py_module! {
    mod shapes {
        fn show(shape);
    }
}

fn main() {}
