//! Starts the interpreter, and ends.

fn main() {
    drop(pyrules::Python::acquire_gil());
}
