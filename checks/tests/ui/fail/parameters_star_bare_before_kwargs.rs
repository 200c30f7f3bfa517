use pyrules::prelude::*;

fn f(_options: Vec<(String, i64)>) {}

py_module! {
    mod m {
        fn f(*, **options);
    }
}

fn main() {}
