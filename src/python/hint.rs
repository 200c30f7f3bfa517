//! A type as Python's type hints spell it, as data that is there at compile time.

use std::fmt::{self, Display, Formatter};

/// The spelling of a type in Python: `int`, `list[str]`, `float | None`.
///
/// Every conversion carries one ([`FromPyObject::HINT`](crate::FromPyObject::HINT),
/// [`IntoPyObject::HINT`](crate::IntoPyObject::HINT)), so that a signature can be written as a stub file would have it.
///
/// ```
/// use pyrules::{IntoPyObject, TypeHint};
///
/// assert_eq!(<Vec<Option<i64>>>::HINT.to_string(), "list[int | None]");
/// assert_eq!(TypeHint::Generic("dict", &[TypeHint::Name("str"), TypeHint::Any]).to_string(), "dict[str, typing.Any]");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum TypeHint {
    /// `typing.Any`
    Any,
    /// A class by its name, with its module unless it is a builtin.
    Name(&'static str),
    /// A class with its parameters: `dict[str, int]`.
    Generic(&'static str, &'static [TypeHint]),
    /// A tuple of any length: `tuple[int, ...]`.
    Variadic(&'static str, &'static TypeHint),
    /// One of several: `int | None`.
    Union(&'static [TypeHint]),
    /// What the function returns, for a type that may contain itself. Inside of itself it is shown as `typing.Any`.
    Deferred(fn() -> TypeHint),
}

impl PartialEq for TypeHint {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (TypeHint::Any, TypeHint::Any) => true,
            (TypeHint::Name(one), TypeHint::Name(two)) => one == two,
            (TypeHint::Generic(one, items), TypeHint::Generic(two, others)) => one == two && items == others,
            (TypeHint::Variadic(one, item), TypeHint::Variadic(two, other)) => one == two && item == other,
            (TypeHint::Union(one), TypeHint::Union(two)) => one == two,
            // What they return may have no end.
            (TypeHint::Deferred(one), TypeHint::Deferred(two)) => std::ptr::fn_addr_eq(*one, *two),
            _ => false,
        }
    }
}

impl Eq for TypeHint {}

/// The deferred hints that a hint is shown inside of.
struct Inside<'a> {
    function: fn() -> TypeHint,
    outer: Option<&'a Inside<'a>>,
}

impl Inside<'_> {
    #[inline]
    fn contains(&self, function: fn() -> TypeHint) -> bool {
        std::ptr::fn_addr_eq(self.function, function)
            || self.outer.is_some_and(|outer| outer.contains(function))
    }
}

impl TypeHint {
    #[inline]
    fn write(&self, f: &mut Formatter<'_>, inside: Option<&Inside<'_>>) -> fmt::Result {
        let separated = |f: &mut Formatter<'_>, hints: &[TypeHint], separator: &str| {
            hints.iter().enumerate().try_for_each(|(index, hint)| {
                if index > 0 {
                    f.write_str(separator)?;
                }
                hint.write(f, inside)
            })
        };
        match self {
            TypeHint::Any => f.write_str("typing.Any"),
            TypeHint::Name(name) => f.write_str(name),
            TypeHint::Generic(name, []) => write!(f, "{name}[()]"),
            TypeHint::Generic(name, parameters) => {
                write!(f, "{name}[")?;
                separated(f, parameters, ", ")?;
                f.write_str("]")
            }
            TypeHint::Variadic(name, item) => {
                write!(f, "{name}[")?;
                item.write(f, inside)?;
                f.write_str(", ...]")
            }
            TypeHint::Union(members) => separated(f, members, " | "),
            TypeHint::Deferred(function) if inside.is_some_and(|inside| inside.contains(*function)) => {
                TypeHint::Any.write(f, inside)
            }
            TypeHint::Deferred(function) => {
                function().write(f, Some(&Inside { function: *function, outer: inside }))
            }
        }
    }
}

impl Display for TypeHint {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(f, None)
    }
}
