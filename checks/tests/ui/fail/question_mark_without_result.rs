use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let sys = py.import("sys")?;
        println!("{sys}");
    });
}
