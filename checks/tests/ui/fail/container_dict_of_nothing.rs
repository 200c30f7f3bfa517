use pyrules::prelude::*;
use std::collections::HashMap;

struct Table {
    cells: HashMap<String, i64>,
}

py_class! {
    mut class Table(dict_of, subclass) {}
}

fn main() {}
