use pyrules::prelude::*;

fn first<'a>(numbers: &'a [Bound<'a, PyAny>]) -> &'a PyAny {
    &numbers[0]
}

fn main() {}
