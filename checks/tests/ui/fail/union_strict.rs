use pyrules::prelude::*;

enum Id {
    Number(i64),
}

py_union! {
    union Id(strict) {
        Number;
    }
}

fn main() {}
