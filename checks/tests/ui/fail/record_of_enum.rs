use pyrules::prelude::*;

enum Id {
    Number(i64),
}

py_record! {
    dict Id {
        Number;
    }
}

fn main() {}
