//! The Python types, from Rust.

// Conversions of references and comparisons from both sides are what is tested.
#![allow(
    clippy::assertions_on_constants,
    clippy::bool_assert_comparison,
    clippy::needless_borrows_for_generic_args,
    clippy::nonminimal_bool,
    clippy::op_ref,
    clippy::unit_arg,
    invalid_nan_comparisons
)]

mod any_arithmetic;
mod any_attributes;
mod any_calls;
mod any_comparison;
mod any_items;
mod any_text;
#[cfg(any(not(Py_LIMITED_API), Py_3_11, unix))]
mod buffer;
mod bytes;
mod capsule;
#[path = "../embedding/child.rs"]
mod child;
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
