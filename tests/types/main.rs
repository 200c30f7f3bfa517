//! The Python types, from Rust.

mod any_arithmetic;
mod any_attributes;
mod any_calls;
mod any_comparison;
mod any_items;
mod any_text;
mod bytes;
mod capsule;
mod datetime;
mod dict;
mod integer;
mod list;
mod modules;
mod numbers;
mod protocols;
mod set;
mod small_types;
mod stored;
mod string;
mod support;
mod tuple;
mod type_object;
mod weakref;
