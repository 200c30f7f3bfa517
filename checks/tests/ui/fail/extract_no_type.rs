use pyrules::prelude::*;

fn main() -> PyResult<()> {
    Python::attach(|py| {
        let version = py.import("sys")?.getattr("version")?.extract()?;
        drop(version);
        Ok(())
    })
}
