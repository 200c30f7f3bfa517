use pyrules::prelude::*;

struct Point;

fn main() -> PyResult<()> {
    Python::attach(|py| PyDict::new(py).set_item("point", Point))
}
