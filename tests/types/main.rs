//! The Python types, from Rust.

mod any_arithmetic;
mod any_attributes;
mod any_calls;
mod any_comparison;
mod any_items;
mod any_text;
mod bytes;
mod integer;
mod numbers;
mod stored;
mod string;
mod support;
mod type_object;
