use pyrules::prelude::*;

struct Names {
    items: Vec<String>,
}

py_class! {
    mut class Names(list_of) {}
}

fn main() {}
