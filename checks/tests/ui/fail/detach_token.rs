use pyrules::prelude::*;

fn main() {
    Python::attach(|py| py.detach(|| py.version().to_string()));
}
