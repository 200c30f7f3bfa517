use pyrules::py_enum;

#[derive(Clone, Copy)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub enum Color(match_args = (x)) { Red; Green; } }

fn main() {}
