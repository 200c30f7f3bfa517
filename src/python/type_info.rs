//! What is known of a Python type at compile time.

use super::{Bound, PyAny, Python};
use crate::err::PyResult;
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

    /// The type object, borrowed, where making it may raise.
    #[doc(hidden)]
    #[inline]
    fn try_type_object(py: Python<'_>) -> PyResult<*mut ffi::PyTypeObject> {
        Ok(Self::type_object_raw(py))
    }

    /// Told by a module that lists the type, so that a class can name the module as its own.
    #[doc(hidden)]
    #[inline]
    fn enter_module(py: Python<'_>, module: &Bound<'_, PyAny>) -> PyResult<()> {
        let _ = (py, module);
        Ok(())
    }

    /// Whether the type of `object` is this one, not a subclass.
    #[inline]
    fn is_exact(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: `object` is alive.
        unsafe { ffi::Py_TYPE(object.as_ptr()) == Self::type_object_raw(object.py()) }
    }
}

/// A type that a class of `py_class!` can derive from: `PyAny` (which is `object`), `PyDict`, `PyList`, `PySet`,
/// `PyFrozenSet`, `PyFloat`, `PyComplex`, the exceptions, and the classes of `py_class!` themselves.
///
/// # Safety
/// The constants and functions are right for the type.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a class cannot derive from `{Self}`",
    label = "not a base class",
    note = "a base is a class of `py_class!`, `PyAny`, `PyDict`, `PyList`, `PySet`, `PyFrozenSet`, `PyFloat`, `PyComplex` or an \
            exception; a class that is written in Python is named by a text: `base = \"module.Class\"`"
)]
pub unsafe trait PyClassBase: PyTypeInfo {
    /// Where the fields of a derived class can begin, if that is known at compile time.
    const END: Option<usize> = None;
    /// Whether it is a class of ours.
    const IS_CLASS: bool = false;
    /// Whether instances are allocated by `object` itself, so that nothing can happen before the fields are there.
    const PLAIN: bool = false;
    /// Whether it is a class of ours that the collector knows.
    const GC: bool = false;
    /// Whether a class of ours has given it weak references.
    const WEAKREF: bool = false;
    /// Whether a class of ours has given it a dict.
    const DICT: bool = false;
    /// Whether a class of ours has given its instances a pointer to the function that calls them.
    const CALL: bool = false;
    /// Whether a class of ours has a finaliser.
    const FINALIZER: bool = false;
    /// Whether a class of ours has fields to drop.
    const NEEDS_DROP: bool = false;

    /// The class that is not one of ours.
    #[inline]
    fn native(py: Python<'_>) -> *mut ffi::PyTypeObject {
        Self::type_object_raw(py)
    }

    /// Where that pointer is, if there is one.
    #[inline]
    fn call_offset() -> usize {
        0
    }

    /// Where the dict is, if there is one.
    #[inline]
    fn dict_offset() -> usize {
        0
    }

    /// Drops the fields that Rust classes have put into the object.
    ///
    /// # Safety
    /// `object` is an instance that is being destroyed.
    #[inline]
    unsafe fn drop_fields(object: &Bound<'_, PyAny>) {
        let _ = object;
    }

    /// Visits what these fields refer to.
    ///
    /// # Safety
    /// `object` is an instance; called by the collector, which has given the other two.
    #[inline]
    unsafe fn traverse_fields(
        object: *mut ffi::PyObject,
        visit: ffi::visitproc,
        argument: *mut std::ffi::c_void,
    ) -> std::ffi::c_int {
        let _ = (object, visit, argument);
        0
    }

    /// Lets go of what these fields refer to.
    ///
    /// # Safety
    /// `object` is an instance; called by the collector.
    #[inline]
    unsafe fn clear_fields(object: &Bound<'_, PyAny>) {
        let _ = object;
    }
}

/// A base that is no class of `py_class!`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the base class `{Self}` has fields of its own",
    label = "no value for the fields of `{Self}`",
    note = "a class whose base is one of `py_class!` is made of the values of both: `new` returns `(Self, Base)`"
)]
pub trait NativeBase: PyClassBase {}

// SAFETY: fields begin after the header of every object.
unsafe impl PyClassBase for PyAny {
    const END: Option<usize> = ffi::OBJECT_SIZE;
    const PLAIN: bool = true;
}

impl NativeBase for PyAny {}

/// Any Python type but `PyAny` itself: what dereferences to it.
#[doc(hidden)]
pub trait Specific {}

// SAFETY: every object is one.
unsafe impl PyTypeCheck for PyAny {
    const NAME: &'static str = "object";

    #[inline]
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
            #[inline]
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
