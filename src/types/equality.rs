//! `==` and `<` between Python objects of a known type and Rust values.
//!
//! They compare the values; `__eq__` of a subclass is not asked (that can raise: `object.eq(value)?`).

use super::{PyBool, PyByteArray, PyBytes, PyFloat, PyInt, PyString};
use crate::err::PyResult;
use crate::python::{Bound, IntoPyObject};
use std::cmp::Ordering;

/// `==` with the object on the left.   in: type, [generics] Rust type => how
macro_rules! equal {
    ($( $Type:ty, [$($generics:tt)*] $Value:ty => |$object:ident, $value:ident| $equal:expr; )*) => { $(
        impl<$($generics)*> PartialEq<$Value> for Bound<'_, $Type> {
            #[inline]
            fn eq(&self, value: &$Value) -> bool {
                let ($object, $value) = (self, value);
                $equal
            }
        }
    )* };
}

/// `==` with the object behind a reference on the left.   in: type, [generics] Rust type that is no reference
macro_rules! equal_by_reference {
    ($( $Type:ty, [$($generics:tt)*] $Value:ty; )*) => { $(
        impl<$($generics)*> PartialEq<$Value> for &Bound<'_, $Type> {
            #[inline]
            fn eq(&self, value: &$Value) -> bool {
                **self == *value
            }
        }
    )* };
}

/// `==` with the object on the right.   in: type, [generics] Rust type
///
/// Not for numbers: `3 == text.parse()?` would no longer know its type wherever this crate is used.
macro_rules! equal_reversed {
    ($( $Type:ty, [$($generics:tt)*] $Value:ty; )*) => { $(
        impl<$($generics)*> PartialEq<Bound<'_, $Type>> for $Value {
            #[inline]
            fn eq(&self, object: &Bound<'_, $Type>) -> bool {
                *object == *self
            }
        }
    )* };
}

/// `<` and its like.   in: type, Rust type => how
macro_rules! ordered {
    ($( $Type:ty, $Value:ty => |$object:ident, $value:ident| $order:expr; )*) => { $(
        impl PartialOrd<$Value> for Bound<'_, $Type> {
            #[inline]
            fn partial_cmp(&self, value: &$Value) -> Option<Ordering> {
                let ($object, $value) = (self, value);
                $order
            }
        }
    )* };
}

// A text with a lone surrogate is no Rust text, hence equal to none.
equal! {
    PyString, [] str => |object, text| object.to_cow().is_ok_and(|object| object == *text);
    PyString, [] &str => |object, text| *object == **text;
    PyString, [] String => |object, text| *object == **text;
    PyBytes, [] [u8] => |object, bytes| object.as_bytes() == bytes;
    PyBytes, [] &[u8] => |object, bytes| object.as_bytes() == *bytes;
    PyBytes, [] Vec<u8> => |object, bytes| object.as_bytes() == *bytes;
    PyBytes, [const LEN: usize] [u8; LEN] => |object, bytes| object.as_bytes() == bytes;
    PyBytes, [const LEN: usize] &[u8; LEN] => |object, bytes| object.as_bytes() == *bytes;
    PyByteArray, [] [u8] => |object, bytes| object.with_bytes(|object| object == bytes);
    PyByteArray, [] &[u8] => |object, bytes| *object == **bytes;
    PyByteArray, [] Vec<u8> => |object, bytes| *object == **bytes;
    PyByteArray, [const LEN: usize] [u8; LEN] => |object, bytes| *object == bytes[..];
    PyByteArray, [const LEN: usize] &[u8; LEN] => |object, bytes| *object == bytes[..];
    PyBool, [] bool => |object, value| object.is_true() == *value;
    PyFloat, [] f64 => |object, value| object.value() == *value;
    PyFloat, [] f32 => |object, value| object.value() == f64::from(*value);
}

equal_by_reference! {
    PyString, [] str;
    PyString, [] String;
    PyBytes, [] [u8];
    PyBytes, [] Vec<u8>;
    PyBytes, [const LEN: usize] [u8; LEN];
    PyByteArray, [] [u8];
    PyByteArray, [] Vec<u8>;
    PyByteArray, [const LEN: usize] [u8; LEN];
    PyBool, [] bool;
    PyFloat, [] f64;
    PyFloat, [] f32;
}

equal_reversed! {
    PyString, [] str;
    PyString, [] &str;
    PyString, [] String;
    PyBytes, [] [u8];
    PyBytes, [] &[u8];
    PyBytes, [] Vec<u8>;
    PyBytes, [const LEN: usize] [u8; LEN];
    PyBytes, [const LEN: usize] &[u8; LEN];
    PyByteArray, [] [u8];
    PyByteArray, [] &[u8];
    PyByteArray, [] Vec<u8>;
    PyByteArray, [const LEN: usize] [u8; LEN];
    PyByteArray, [const LEN: usize] &[u8; LEN];
}

ordered! {
    PyFloat, f64 => |object, value| object.value().partial_cmp(value);
    PyFloat, f32 => |object, value| object.value().partial_cmp(&f64::from(*value));
}

/// All of Rust's integer types.   in: type => comparison, the type it takes
macro_rules! integers {
    ($( $Value:ty => $compare:ident $Wide:ty; )*) => {
        equal! { $( PyInt, [] $Value => |object, value| object.$compare(*value as $Wide).is_eq(); )* }
        equal_by_reference! { $( PyInt, [] $Value; )* }
        ordered! { $( PyInt, $Value => |object, value| Some(object.$compare(*value as $Wide)); )* }
    };
}

integers! {
    i8 => cmp_i128 i128;
    i16 => cmp_i128 i128;
    i32 => cmp_i128 i128;
    i64 => cmp_i128 i128;
    i128 => cmp_i128 i128;
    isize => cmp_i128 i128;
    u8 => cmp_u128 u128;
    u16 => cmp_u128 u128;
    u32 => cmp_u128 u128;
    u64 => cmp_u128 u128;
    u128 => cmp_u128 u128;
    usize => cmp_u128 u128;
}

/// The methods that compare as Python does, on the types for which Rust's traits would hide those of `Bound<'_, PyAny>`.
///   in: type => names
macro_rules! methods {
    ($( $Type:ty => $( $name:ident )*; )*) => { $(
        /// Comparison as in Python.
        impl<'py> Bound<'py, $Type> { $(
            #[doc = concat!("Python's own comparison: see [`", stringify!($name), "`](Bound::", stringify!($name), ").")]
            ///
            /// # Errors
            /// What the method of a subclass raises.
            #[inline]
            pub fn $name(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
                self.as_any().$name(other)
            }
        )* }
    )* };
}

methods! {
    PyString => eq ne;
    PyBytes => eq ne;
    PyByteArray => eq ne;
    PyBool => eq ne;
    PyFloat => eq ne lt le gt ge;
    PyInt => eq ne lt le gt ge;
}
