//! Rust's own types to Python and back.

#![allow(clippy::needless_borrows_for_generic_args)] // the conversions of references are tested too

mod bytes;
mod collections;
mod floats;
mod hints;
mod integers;
mod other_collections;
mod pointers;
mod ranges;
mod sequences;
mod support;
mod text;
mod times;
mod tuples;
mod wrappers;
