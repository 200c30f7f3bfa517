use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let _ = pyrules::intern!(py, 1);
    });
}
