use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let text = String::from("once");
        let _ = py_fn!(py, take() = move || text);
    });
}
