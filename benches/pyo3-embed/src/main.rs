//! Starts the interpreter, and ends.

use pyo3::Python;

fn main() {
    Python::initialize();
    Python::attach(|_| ());
}
