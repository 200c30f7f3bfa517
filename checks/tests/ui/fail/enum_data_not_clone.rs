use pyrules::py_enum;

pub enum Shape {
    Circle { radius: f64 },
    Nothing,
}

py_enum! { pub enum Shape { Circle { radius }; Nothing; } }

fn area(shape: Shape) -> f64 {
    if let Shape::Circle { radius } = shape { radius } else { 0.0 }
}

pyrules::py_module! {
    mod shapes {
        fn area(shape);
    }
}

fn main() {}
