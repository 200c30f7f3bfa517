use pyrules::py_enum;

pub struct Flags(u8);

impl Flags {
    pub const A: Flags = Flags(1);
}

py_enum! { flag Flags { A; } }

fn main() {}
