//! Each form of `py_enum!`.

use pyrules::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Color {
    Red,
    Green = 5,
    Blue,
}

impl Color {
    fn shade(&self, _: u8) -> Color {
        *self
    }
    fn is_warm(&self) -> bool {
        true
    }
    fn any() -> Color {
        Color::Blue
    }
    const DARK: Color = Color::Blue;
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("color")
    }
}

py_enum! {
    /// Doc.
    #[cfg(all())]
    pub enum Color(eq, ord, hash, str, repr, name = "Colour", module = "colours",) {
        /// Doc.
        Red;
        Green as "GREEN";
        #[cfg(all())]
        Blue as "BLUE" = "b".to_owned();
        #[cfg(any())]
        Yellow;
    }
    impl {
        fn shade(by = 1);
        static fn any();
        class fn of(cls) = |_: &Bound<'_, pyrules::PyType>| Color::Red;
        get is_warm;
        get wave_length = |color: &Color| *color as u8;
        const DARK;
        const LIGHT = Color::Red;
        fn __len__() = |_: &Color| 3;
    }
}

#[derive(Clone)]
pub enum Shape<T> {
    Circle { radius: T },
    Rect(T, T),
    Many(Vec<T>),
    Named { r#type: String, size: u8 },
    Empty,
    Nothing,
}

py_enum! {
    enum IntShape = Shape<i64> { Circle { radius }; Rect(width, height: i64 = 1); Many(*items); Named { r#type, *, size = 1 }; Empty {}; Nothing; }
}

enum One {
    Only,
}

py_enum! { enum One: Enum { Only = (1, "x"); } }

enum Two {
    A = 1,
    B,
}

py_enum! { enum Two(name = "Zwei"): IntEnum { A as "a"; B; } }

fn main() {}
