use pyrules::prelude::*;

struct View<'a, 'b> {
    name: &'a str,
    other: &'b str,
}

py_record! {
    dict View<'a, 'b>(to_python) {
        name;
        other;
    }
}

fn main() {}
