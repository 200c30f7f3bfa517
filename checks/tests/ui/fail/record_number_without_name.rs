use pyrules::prelude::*;

struct Pair(i64, i64);

py_record! {
    dict Pair {
        0;
        1 as "second";
    }
}

fn main() {}
