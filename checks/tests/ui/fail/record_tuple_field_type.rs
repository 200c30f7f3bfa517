use pyrules::prelude::*;

struct Opaque;

struct Pair(f64, Opaque);

py_record! {
    tuple Pair(from_python) {
        0;
        1;
    }
}

fn main() {}
