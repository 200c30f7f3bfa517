use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let dict = PyDict::new(py);
        std::thread::scope(|scope| {
            scope.spawn(|| dict.len());
        });
    });
}
