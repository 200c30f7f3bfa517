use pyrules::prelude::*;

struct Log {
    lines: Vec<String>,
    limit: usize,
}

py_class! {
    mut class Log(list_of = lines) {
        get limit: field;
    }
}

fn main() {}
