use pyrules::prelude::*;

struct View<'a> {
    name: &'a str,
}

py_record! {
    dict View<'a> {
        name;
    }
}

fn main() {}
