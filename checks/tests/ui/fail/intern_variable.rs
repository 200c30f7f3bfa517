use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let name = String::from("width");
        let _ = pyrules::intern!(py, &name);
    });
}
