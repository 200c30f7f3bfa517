use pyrules::prelude::*;

fn main() {
    Python::attach(|py| {
        let number = py.eval("1", None, None).unwrap();
        let _ = number.downcast::<i64>();
    });
}
