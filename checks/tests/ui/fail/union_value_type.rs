use pyrules::prelude::*;

enum Mode {
    Half,
}

py_union! {
    union Mode {
        Half = 0.5;
    }
}

fn main() {}
