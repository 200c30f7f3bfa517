use pyrules::prelude::*;

struct Opaque;

enum Id {
    Number(i64),
    Data(Opaque),
}

py_union! {
    union Id(from_python) {
        Number;
        Data;
    }
}

fn main() {}
