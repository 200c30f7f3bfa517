use pyrules::prelude::*;

const FAST: &str = "fast";

enum Mode {
    Fast,
}

py_union! {
    union Mode {
        Fast = FAST;
    }
}

fn main() {}
