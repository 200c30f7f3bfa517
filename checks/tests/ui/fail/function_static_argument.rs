use pyrules::prelude::*;

fn keep(text: &'static str) -> usize {
    text.len()
}

py_module! {
    mod strings {
        fn keep(text);
    }
}

fn main() {}
