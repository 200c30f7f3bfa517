use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let _dict = py.detach(|| Python::attach(|inner| PyDict::new(inner)));
    });
}
