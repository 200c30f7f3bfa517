use pyrules::prelude::*;

struct Names {
    items: String,
}

py_class! {
    mut class Names(list_of = items) {}
}

fn main() {}
