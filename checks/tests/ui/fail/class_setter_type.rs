use pyrules::prelude::*;

struct Local;

struct Point {
    local: Local,
}

py_class! {
    mut class Point {
        new() = || Point { local: Local };
        set local: field;
    }
}

fn main() {}
