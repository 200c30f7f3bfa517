//! Rust's own types to Python and back.

mod bytes;
mod collections;
mod floats;
mod hints;
mod integers;
mod pointers;
mod properties;
mod ranges;
mod sequences;
mod support;
mod text;
mod times;
mod tuples;
mod wrappers;
