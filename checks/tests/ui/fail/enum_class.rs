use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub class Color { Red; Green; } }

fn main() {}
