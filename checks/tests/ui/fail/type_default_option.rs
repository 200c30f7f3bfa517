use pyrules::prelude::*;

fn search(text: &str, limit: Option<usize>) -> usize {
    limit.unwrap_or(text.len())
}

py_module! {
    mod strings {
        fn search(text, limit = 3);
    }
}

fn main() {}
