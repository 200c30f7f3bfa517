//! The other kinds of `py_enum!`, in functions and with names that could be in the way.

use pyrules::py_enum;

mod std {}
#[allow(dead_code)]
struct Some;
#[allow(dead_code)]
struct Circle;
#[allow(dead_code, non_upper_case_globals)]
const Rect: u8 = 0;

enum Word {
    Hello,
}
enum Bit {
    A = 1,
}
enum IntBit {
    A = 1,
}
pub struct Flags(u8);
impl Flags {
    const A: Flags = Flags(1);
}
struct Style(u16);
impl Style {
    const BOLD: Style = Style(1);
    fn bits(&self) -> u16 {
        self.0
    }
    fn from_bits(bits: u16) -> Option<Style> {
        Option::Some(Style(bits))
    }
}
struct Retained(u64);
impl Retained {
    const X: Retained = Retained(1);
    fn bits(&self) -> u64 {
        self.0
    }
    fn from_bits(bits: u64) -> Self {
        Retained(bits)
    }
}

py_enum! { enum Word: StrEnum { Hello; } }
py_enum! { enum Bit: Flag { A; } }
py_enum! { enum IntBit: IntFlag { A; } }
py_enum! { pub flag Flags(newtype, name = "F", module = "f") { A as "a"; ALL = 3; } }
py_enum! {
    /// Doc.
    flag Style: IntFlag {
        /// Doc.
        BOLD;
        #[cfg(any())]
        GONE;
    }
}
py_enum! { flag Retained: Flag { X; } }

fn main() {
    #[derive(Clone)]
    enum Shape {
        Circle { radius: f64 },
        Rect(f64, f64),
    }
    py_enum! { enum Shape { Circle { radius }; Rect(width, height); } }
    let _ = Word::Hello;
    let _ = (Bit::A, IntBit::A, Shape::Circle { radius: 1.0 }, Shape::Rect(1.0, 2.0));
}
