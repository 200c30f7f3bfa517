use pyrules::prelude::*;

struct Opaque;

enum Id {
    Number(i64),
    Data(Opaque),
}

py_union! {
    union Id(to_python, by_value) {
        Number;
        Data;
    }
}

fn main() {}
