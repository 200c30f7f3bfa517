use pyrules::prelude::*;

fn main() {
    let mut kept = None;
    Python::attach(|py| {
        kept = Some(PyDict::new(py));
    });
}
