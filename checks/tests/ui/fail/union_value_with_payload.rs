use pyrules::prelude::*;

enum Id {
    Number(i64),
}

py_union! {
    union Id {
        Number = 0;
    }
}

fn main() {}
