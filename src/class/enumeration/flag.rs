//! Sets of flags, which are one integer in Rust, as `enum.Flag` or `enum.IntFlag`.

use super::python::{PythonEnum, no_member, python_enum_class};
use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyTypeCheck, Python};

/// What `from_bits` returns: the flags, or an `Option` of them.
pub trait FlagBits<T> {
    /// The flags, if these are some.
    fn flags(self) -> Option<T>;
}

impl<T> FlagBits<T> for T {
    #[inline]
    fn flags(self) -> Option<T> {
        Some(self)
    }
}

impl<T> FlagBits<T> for Option<T> {
    #[inline]
    fn flags(self) -> Option<T> {
        self
    }
}

/// The member, or the combination of members, that these bits are.
///
/// # Errors
/// `ValueError` of a `Flag` that has no member for some bit (of 3.11's first releases too, which forget such a bit).
pub fn flag_object<'py, T: PythonEnum>(
    py: Python<'py>,
    bits: impl IntoPyObject<'py>,
) -> PyResult<Bound<'py, T>> {
    let bits = bits.into_pyobject(py)?.into_any();
    let object = python_enum_class::<T>(py)?.call1((&bits,))?;
    if bits.ge(0)? && bits.ne(object.getattr("value")?)? {
        let text = format!("{} is not a valid {}", bits.repr()?, python_enum_class::<T>(py)?.name()?);
        return Err(PyErr::with_message::<PyValueError>(text));
    }
    // SAFETY: a call of such a class gives a member or a combination, or raises.
    Ok(unsafe { object.downcast_into_unchecked() })
}

/// The flags of a member or a combination; `from_bits` is the type's own.
///
/// # Errors
/// `TypeError` for any other object; `ValueError` where Rust has no such flags.
pub fn flag_bits<'py, T, B, R>(object: &Bound<'py, PyAny>, from_bits: impl FnOnce(B) -> R) -> PyResult<T>
where
    T: PythonEnum + PyTypeCheck,
    B: for<'b> FromPyObject<'b, 'py>,
    R: FlagBits<T>,
{
    if !T::type_check(object) {
        return Err(no_member::<T>(object));
    }
    let mut value = object.getattr("value")?;
    // The complement of an `IntFlag`, before 3.11.
    if value.lt(0)? {
        let mut all = 0i128.into_pyobject(object.py())?.into_any();
        for member in T::MEMBERS.iter().flatten() {
            if let Some(make) = member.value {
                all = all.bitor(make(object.py())?)?;
            }
        }
        value = value.bitand(all)?;
    }
    from_bits(value.extract()?).flags().ok_or_else(|| no_flags(object))
}

#[cold]
#[inline]
fn no_flags(object: &Bound<'_, PyAny>) -> PyErr {
    match object.repr() {
        Ok(text) => PyErr::with_message::<PyValueError>(format!("{text} has unknown bits")),
        Err(error) => error,
    }
}
