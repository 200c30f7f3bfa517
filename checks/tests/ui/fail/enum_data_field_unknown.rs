use pyrules::py_enum;

pub enum Shape {
    Circle { radius: f64 },
    Nothing,
}

py_enum! { pub enum Shape { Circle { diameter }; Nothing; } }

fn main() {}
