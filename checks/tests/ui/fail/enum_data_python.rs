use pyrules::py_enum;

pub enum Shape {
    Circle { radius: f64 },
    Nothing,
}

py_enum! { pub enum Shape: Enum { Circle { radius }; Nothing; } }

fn main() {}
