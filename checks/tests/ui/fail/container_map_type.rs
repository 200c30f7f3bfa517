use pyrules::prelude::*;

struct Table {
    cells: Vec<(String, i64)>,
}

py_class! {
    mut class Table(dict_of = cells) {}
}

fn main() {}
