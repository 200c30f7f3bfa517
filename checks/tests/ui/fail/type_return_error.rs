use pyrules::prelude::*;

struct Failed;

fn parse(text: &str) -> Result<i64, Failed> {
    text.parse().map_err(|_| Failed)
}

py_module! {
    mod numbers {
        fn parse(text);
    }
}

fn main() {}
