use pyrules::prelude::*;

fn f() {}

fn main() {
    let _ = py_fn!(1, f());
}
