use pyrules::prelude::*;
use pyrules::PyTuple;

fn main() {
    Python::attach(|py| {
        let items = {
            let tuple = PyTuple::new(py, [1, 2]).unwrap();
            tuple.as_slice()
        };
        println!("{}", items.len());
    });
}
