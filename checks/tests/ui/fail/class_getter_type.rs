use pyrules::prelude::*;

struct Local;

struct Point {
    local: Local,
}

py_class! {
    class Point {
        new() = || Point { local: Local };
        get local: field;
    }
}

fn main() {}
