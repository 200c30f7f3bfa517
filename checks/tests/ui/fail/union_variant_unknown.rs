use pyrules::prelude::*;

enum Id {
    Number(i64),
}

py_union! {
    union Id {
        Number;
        Name;
    }
}

fn main() {}
