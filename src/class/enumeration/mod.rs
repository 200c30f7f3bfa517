//! Rust enums as Python classes: what `py_enum!` declares.
//!
//! By default an enum is a class of [`py_class!`](crate::py_class)'s kind, whose instances hold the Rust value ([`member`], [`rows`]). A variant
//! without data is one object, an attribute of the class; a variant with data is a subclass, with a constructor. An enum without
//! any data has a class of classes of its own, which makes it iterable ([`metaclass`]). The other kind is a class that Python's
//! module `enum` makes ([`python`]), and likewise for flags ([`flag`]).

mod flag;
mod member;
mod metaclass;
mod python;
mod rows;

pub use flag::{flag_bits, flag_object};
pub use member::{
    AsIs, CloneFor, PyEnum, UnitEnum, Variant, enum_member, existing_member, new_variant, not_listed,
    variant_class, variant_setup, wrong_variant,
};
pub use metaclass::enum_members;
pub(super) use metaclass::metaclass;
pub use python::{
    EnumKind, PythonEnum, PythonEnumStatic, PythonMember, is_kept_in, is_python_enum, no_member,
    python_enum_class, python_enum_module, python_enum_object, python_enum_type,
};
pub use rows::{LookUp, lookup_signature};
