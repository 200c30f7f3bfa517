use pyrules::prelude::*;

fn main() {
    let _ = pyrules::intern!("width");
}
