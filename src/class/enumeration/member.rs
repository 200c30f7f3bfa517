//! The variants of an enum as objects.

use crate::call::{Declared, Signature};
use crate::class::construct::{Initial, place};
use crate::class::definition::PyClass;
use crate::class::member::find_new;
use crate::class::type_info::class_object;
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, NativeBase, PyAny, PyStatic, Python};
use crate::types::{PyString, PyTuple, PyType};

/// What is known of a variant: its names, and its objects.
pub struct Variant {
    pub(super) name: &'static str,
    /// The names of its fields, if it has data.
    pub(super) fields: Option<&'static [&'static str]>,
    /// The one object of a variant without data.
    pub(super) member: PyStatic<PyAny>,
    /// What it has as its `value`.
    pub(super) value: PyStatic<PyAny>,
}

impl Variant {
    /// The static data of a variant.
    pub const fn new(name: &'static str, fields: Option<&'static [&'static str]>) -> Self {
        Variant { name, fields, member: PyStatic::of_modules(), value: PyStatic::new() }
    }
}

/// A Rust enum that [`py_enum!`](crate::py_enum) has made a class of.
///
/// # Safety
/// For `py_enum!` alone to implement: `object` gives an instance of the class.
pub unsafe trait PyEnum: PyClass {
    /// The variant of a value.
    fn variant(&self) -> &'static Variant;

    /// The object that stands for a value.
    fn object(self, py: Python<'_>) -> PyResult<Bound<'_, Self>>;
}

/// An enum none of whose variants has data.
pub trait UnitEnum: Sized {
    /// The same value.
    fn copied(&self) -> Self;
}

/// A type that is `Clone`, as a condition that is looked at only where it is needed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `Clone`, so that it cannot be taken out of a Python object",
    label = "not `Clone`",
    note = "take `&{Self}`, or derive `Clone`"
)]
pub trait CloneFor<'t>: Sized {
    /// A clone.
    fn cloned(&self) -> Self;
}

impl<T: Clone> CloneFor<'_> for T {
    #[inline]
    fn cloned(&self) -> Self {
        self.clone()
    }
}

/// The Rust value of a new instance, where [`PyEnum::object`] would look for one that is there.
pub struct AsIs<T>(pub T);

impl<T: PyEnum<Base: NativeBase>> Initial<T> for AsIs<T> {
    #[inline]
    unsafe fn instantiate<'py>(
        self,
        class: &Bound<'py, PyType>,
        direct: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: said by the caller.
        unsafe { place(self.0, class, direct) }
    }
}

/// The object of a variant without data, made now if it was not before; the macro gives the class, and the value that Python sees.
pub fn enum_member<'py, T: PyEnum<Base: NativeBase>>(
    py: Python<'py>,
    class: &Bound<'py, PyType>,
    this: T,
    value: Option<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let variant = this.variant();
    if let Some(value) = value {
        variant.value.get_or_try_init(py, || Ok(value.unbind()))?;
    }
    let member = variant.member.get_or_try_init(py, || {
        // SAFETY: the class is that of `T`, whose instances we allocate.
        unsafe { Ok(AsIs(this).instantiate(class, true)?.unbind()) }
    })?;
    Ok(member.clone())
}

/// The object of a variant without data.
#[inline]
pub fn existing_member<'py, T: PyEnum>(py: Python<'py>, this: &T) -> PyResult<Bound<'py, T>> {
    let variant = this.variant();
    let member = match variant.member.get(py) {
        Some(member) => member,
        None => missing_member::<T>(py, variant)?,
    };
    // SAFETY: only `enum_member` fills the place, with an instance.
    Ok(unsafe { member.downcast_unchecked() }.clone())
}

/// Makes the class, and with it its members.
#[cold]
fn missing_member<'py, T: PyEnum>(
    py: Python<'py>,
    variant: &'static Variant,
) -> PyResult<&'py Bound<'py, PyAny>> {
    class_object::<T>(py)?;
    variant.member.get(py).ok_or_else(|| {
        // Only what computes a member's value can come here, while the class is being made.
        PyErr::with_message::<PyTypeError>(format!("{}.{} is not there yet", T::NAME, variant.name))
    })
}

/// A new instance of a variant with data; the first part is the variant's own class.
#[inline]
pub fn new_variant<M, T>(py: Python<'_>, variant: M, this: T) -> PyResult<Bound<'_, T>>
where
    M: PyClass<Base = T>,
    T: PyEnum<Base: NativeBase>,
{
    class_object::<T>(py)?;
    let class = class_object::<M>(py)?;
    // SAFETY: the class is the variant's, which derives from that of `T`, and whose instances we allocate.
    unsafe { Ok((variant, AsIs(this)).instantiate(class, true)?.downcast_into_unchecked()) }
}

/// The class of a variant with data.
pub fn variant_class<M: PyClass>(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    Ok(class_object::<M>(py)?.clone().into_any())
}

/// What the class of a variant has besides its rows: its qualified name, and what it returns, `__match_args__`.
pub fn variant_setup<'py, M: PyClass<Base: PyClass>>(
    py: Python<'py>,
    class: &Bound<'py, PyType>,
) -> PyResult<Bound<'py, PyAny>> {
    class.setattr("__qualname__", format!("{}.{}", <M::Base as PyClass>::NAME, M::NAME))?;
    let declared = find_new::<M>().map_or(&[][..], Signature::declared);
    // Those that the constructor takes by position.
    let fields = declared.iter().map_while(|declared| match *declared {
        Declared::Parameter(name, _) => Some(name),
        _ => None,
    });
    let fields: Vec<_> = fields.map(|field| PyString::intern(py, field)).collect();
    Ok(PyTuple::new(py, fields)?.into_any())
}

/// What a field's getter says of an instance of another variant, which it is never called with.
#[cold]
#[inline]
pub fn wrong_variant() -> PyErr {
    PyErr::with_message::<PyTypeError>("an instance of another variant")
}

/// What stands for a variant that is not listed: rustc refuses that where it matters most, and need not do it again.
#[cold]
#[inline]
pub fn not_listed() -> ! {
    unreachable!("all variants are listed")
}
