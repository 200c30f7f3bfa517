use pyrules::prelude::*;

fn main() {
    let gil = Python::acquire_gil();
    std::thread::spawn(move || drop(gil));
}
