use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let dict = PyDict::new(py);
        py.detach(|| dict.len());
    });
}
