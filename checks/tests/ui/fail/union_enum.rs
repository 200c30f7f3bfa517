use pyrules::prelude::*;

py_union! {
    enum Id {
        Number(i64);
    }
}

fn main() {}
