use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub enum Color { Red; } }

fn main() {}
