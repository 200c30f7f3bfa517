use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub enum Color: Colors { Red; Green; } }

fn main() {}
