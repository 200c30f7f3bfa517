//! `py_enum!` without a prelude, among other items under common names, under strict lints, without unsafe code.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]
#![deny(rust_2018_idioms, unused_qualifications, unused_results, trivial_casts, variant_size_differences)]
#![deny(unused_lifetimes, single_use_lifetimes, let_underscore_drop)]
#![allow(dead_code, unused_macros)]

/// Items that expansions must not take for their own.
mod shadows {
    pub(super) struct Circle;
}
use shadows::Circle;

mod std {}
mod core {}
struct Option;
struct Some;
struct None;
struct Result;
struct Ok;
struct Err;
struct PyResult;
#[allow(non_camel_case_types)]
struct str;
#[allow(non_camel_case_types)]
struct i128;
macro_rules! concat {
    () => {};
}
macro_rules! stringify {
    () => {};
}

fn shadowed(_: Circle) {}

/// A color.
pub enum Color {
    /// Red.
    Red,
    /// Green.
    Green,
}

::py::py_enum! {
    /// A color.
    pub enum Color {
        /// Red.
        Red;
        Green as "green";
    }
    impl {
        const LIMIT = 3;
        static fn three() = || 3;
    }
}

/// A shape.
#[derive(::std::clone::Clone)]
pub enum Shape {
    /// Round.
    Circle {
        /// How large.
        radius: f64,
    },
    /// Not round.
    Rect(f64, i64),
    /// None.
    Nothing,
}

::py::py_enum! {
    pub enum Shape {
        /// Round.
        Circle { radius };
        Rect(width, height = 3);
        Nothing;
    }
}

/// A level.
pub enum Level {
    /// Low.
    Low,
}

::py::py_enum! { pub enum Level: IntEnum { Low; } }

/// Flags.
pub struct Flags(u16);

impl Flags {
    const A: Flags = Flags(1);
}

::py::py_enum! { pub flag Flags(newtype) { A; } }
