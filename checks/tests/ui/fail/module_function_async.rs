use pyrules::prelude::*;

async fn fetch() {}

py_module! {
    mod net {
        async fn fetch();
    }
}

fn main() {}
