use pyrules::prelude::*;
use pyrules::PyString;

fn main() {
    Python::attach(|py| {
        let text: &str = {
            let name = PyString::new(py, "name");
            name.extract().unwrap()
        };
        println!("{text}");
    });
}
