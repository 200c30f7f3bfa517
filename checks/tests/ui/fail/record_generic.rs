use pyrules::prelude::*;

struct Couple<T> {
    first: T,
}

py_record! {
    dict Couple<T> {
        first;
    }
}

fn main() {}
