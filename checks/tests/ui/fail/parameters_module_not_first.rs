use pyrules::prelude::*;

fn f(_a: i64, _module: &Bound<'_, pyrules::PyModule>) {}

py_module! {
    mod m {
        fn f(a, module);
    }
}

fn main() {}
