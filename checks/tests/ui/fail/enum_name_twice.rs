use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub enum Color(name = "A", name = "B") { Red; Green; } }

fn main() {}
