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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl Display for TypeHint {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let separated = |f: &mut Formatter<'_>, hints: &[TypeHint], separator: &str| {
            hints.iter().enumerate().try_for_each(|(index, hint)| {
                if index > 0 {
                    f.write_str(separator)?;
                }
                hint.fmt(f)
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
            TypeHint::Variadic(name, item) => write!(f, "{name}[{item}, ...]"),
            TypeHint::Union(members) => separated(f, members, " | "),
        }
    }
}
