use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { struct Color { Red; Green; } }

fn main() {}
