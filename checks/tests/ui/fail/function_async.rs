use pyrules::prelude::*;

async fn fetch(url: &str) -> usize {
    url.len()
}

py_module! {
    mod net {
        fn fetch(url);
    }
}

fn main() {}
