use pyrules::prelude::*;

struct Counter;

impl Counter {
    fn value(&self) -> i64 {
        0
    }
}

py_module! {
    mod counting {
        fn value(counter) = Counter::value;
    }
}

fn main() {}
