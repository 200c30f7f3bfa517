//! What is known of a Python type at compile time.

use super::{Bound, PyAny, Python};
use crate::ffi;

/// A type that an object can be checked for: the `T` of [`downcast`](Bound::downcast).
///
/// # Safety
/// `type_check` answers `true` only for objects on which all methods of `Bound<'_, Self>` are right.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python type",
    note = "Python types are `PyDict`, `PyList`, … of this crate, the exceptions, and the classes of `py_class!`"
)]
pub unsafe trait PyTypeCheck: Sized {
    /// The type as an error message names it, and as a type hint is written: `dict`, `collections.abc.Sequence`.
    const NAME: &'static str;

    /// Whether `object` is an instance (`isinstance` in Python).
    fn type_check(object: &Bound<'_, PyAny>) -> bool;
}

/// A type with a type object.
///
/// # Safety
/// `type_object_raw` returns the type object whose instances `Self` stands for, alive as long as the interpreter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Python type object of its own",
    note = "such are `PyDict`, `PyList`, … of this crate, the exceptions, and the classes of `py_class!`"
)]
pub unsafe trait PyTypeInfo: PyTypeCheck {
    /// The type object, borrowed.
    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject;

    /// Whether the type of `object` is this one, not a subclass.
    #[inline]
    fn is_exact(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: `object` is alive.
        unsafe { ffi::Py_TYPE(object.as_ptr()) == Self::type_object_raw(object.py()) }
    }
}

/// Any Python type but `PyAny` itself: what dereferences to it.
#[doc(hidden)]
pub trait Specific {}

// SAFETY: every object is one.
unsafe impl PyTypeCheck for PyAny {
    const NAME: &'static str = "object";

    #[inline(always)]
    fn type_check(_: &Bound<'_, PyAny>) -> bool {
        true
    }
}

// SAFETY: `object` is the type of all objects.
unsafe impl PyTypeInfo for PyAny {
    #[inline]
    fn type_object_raw(_: Python<'_>) -> *mut ffi::PyTypeObject {
        &raw mut ffi::PyBaseObject_Type
    }
}

/// Declares marker types for native Python types: the struct, its name, its type object, its check.
///
/// ```text
/// native_type! {
///     /// A `dict`.
///     PyDict = "dict", PyDict_Type, PyDict_Check;
/// }
/// ```
///
/// The check is a C function or the inline function of the same name; `_` is `PyObject_TypeCheck` with the type object.
macro_rules! native_type {
    ($( $(# $attr:tt)* $Type:ident = $name:literal, $object:expr, $check:tt; )*) => { $(
        $(# $attr)*
        pub struct $Type($crate::PyAny);

        $crate::python::native_type_check! { $Type = $name, $object, $check }

        // SAFETY: the header's own name for the type object; static, or kept by the interpreter.
        unsafe impl $crate::PyTypeInfo for $Type {
            #[inline(always)]
            fn type_object_raw(_: $crate::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                #[allow(unused_unsafe)]
                // SAFETY: only the address is taken, or the function is always safe to call attached.
                unsafe { &raw mut $object }
            }
        }
    )* };
}

/// The second half of [`native_type!`]: the type by its check only.
macro_rules! native_type_check {
    ($Type:ident = $name:literal, $object:expr, _) => {
        impl $crate::python::Specific for $Type {}

        // SAFETY: an instance of the type object, or of a subclass.
        unsafe impl $crate::PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &$crate::Bound<'_, $crate::PyAny>) -> bool {
                // SAFETY: the object is alive, and so is the type.
                unsafe { $crate::ffi::PyObject_TypeCheck(object.as_ptr(), &raw mut $object) != 0 }
            }
        }
    };
    ($Type:ident = $name:literal, $object:expr, $check:tt) => {
        impl $crate::python::Specific for $Type {}

        // SAFETY: the C API's own check for the type.
        unsafe impl $crate::PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &$crate::Bound<'_, $crate::PyAny>) -> bool {
                // SAFETY: the object is alive.
                unsafe { $crate::ffi::$check(object.as_ptr()) != 0 }
            }
        }
    };
}

pub(crate) use {native_type, native_type_check};
