use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let abs = py.eval("abs", None, None).unwrap();
        let _ = abs.call1(1);
    });
}
