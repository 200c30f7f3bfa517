use pyrules::prelude::*;

struct Names {
    items: Vec<String>,
}

py_class! {
    class Names(list_of = items) {}
}

fn main() {}
