//! A Rust program that talks to Python: `cargo run --example hello`.

use pyrules::{PyDict, PyResult, Python};

fn main() -> PyResult<()> {
    let gil = Python::acquire_gil(); // the guard form; Python::attach(|py| …) is the closure form
    hello(gil.python())
}

fn hello(py: Python<'_>) -> PyResult<()> {
    let sys = py.import("sys")?;
    let version: String = sys.get("version")?.extract()?;

    let locals = PyDict::new(py);
    locals.set_item("os", py.import("os")?)?;
    let user: String =
        py.eval("os.getenv('USER') or os.getenv('USERNAME') or 'you'", None, Some(&locals))?.extract()?;

    println!("Hello {user}, I'm Python {version}");
    Ok(())
}
