use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        std::thread::spawn(move || py.version().to_string());
    });
}
