use pyrules::prelude::*;

fn main() {
    let _py = Python::attach(|py| py);
}
