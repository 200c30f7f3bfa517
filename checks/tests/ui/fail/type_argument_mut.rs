use pyrules::prelude::*;

fn clear(text: &mut String) {
    text.clear();
}

py_module! {
    mod strings {
        fn clear(text);
    }
}

fn main() {}
