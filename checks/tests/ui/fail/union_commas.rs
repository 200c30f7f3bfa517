use pyrules::prelude::*;

enum Id {
    Number(i64),
    Name(String),
}

py_union! {
    union Id {
        Number,
        Name,
    }
}

fn main() {}
