use pyrules::prelude::*;

struct View {
    name: &'static str,
}

py_record! {
    dict View {
        name;
    }
}

fn main() {}
