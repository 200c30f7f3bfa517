use pyrules::prelude::*;

fn main() {
    let _dict = Python::attach(|py| PyDict::new(py));
}
