use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let text: &str = py.eval("'name'", None, None).unwrap().extract().unwrap();
        println!("{text}");
    });
}
