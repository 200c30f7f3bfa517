use pyrules::prelude::*;

fn repeat(text: &str) -> String {
    text.repeat(2)
}

py_module! {
    mod strings {
        /// Repeats the text.
        fn repeat(text, times);
        fn again(text, times) = repeat;
    }
}

fn main() {}
