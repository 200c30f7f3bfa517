use pyrules::prelude::*;

fn f(_a: i64, _b: i64) {}
fn h(_a: i64, _b: i64, _c: Vec<(String, i64)>) {}

py_module! {
    mod m {
        fn f(a, a);
        fn g(a, *, a = 1) = f;
        fn h(a, b, **a);
    }
}

fn main() {}
