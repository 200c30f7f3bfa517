use pyrules::prelude::*;

struct Shape {
    sides: Vec<f64>,
}

fn main() {
    Python::attach(|py| {
        let shape = Shape { sides: vec![1.0] };
        pyrules::py_run!(py, shape.sides, "assert sides");
    });
}
