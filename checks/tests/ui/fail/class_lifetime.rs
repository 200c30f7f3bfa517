use pyrules::prelude::*;

struct Point<'a> {
    x: &'a str,
}

py_class! {
    class Point = Point<'static> {
        new() = || Point { x: "" };
    }
}

fn main() {}
