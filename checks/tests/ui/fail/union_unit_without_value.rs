use pyrules::prelude::*;

enum Id {
    Number(i64),
    Nothing,
}

py_union! {
    union Id {
        Number;
        Nothing;
    }
}

fn main() {}
