use pyrules::prelude::*;

fn repeat(text: &str, times: usize) -> String {
    text.repeat(times)
}

py_module! {
    mod strings {
        fn repeat(text);
        fn never() = repeat;
    }
}

fn main() {}
