use pyrules::prelude::*;

struct Unknown;

struct Things {
    items: Vec<Unknown>,
}

py_class! {
    mut class Things(list_of = items) {}
}

fn main() {}
