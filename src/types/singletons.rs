//! `None`, `Ellipsis` and `NotImplemented`.

use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeCheck, PyTypeInfo, Python, Specific};

/// Marker types for the types that have one object each.   in: docs type = name, address; method of the token
macro_rules! singletons {
    ($( $(# $attr:tt)* $Type:ident = $name:literal, $address:ident, $method:ident; )*) => { $(
        $(# $attr)*
        #[derive(Debug)]
        pub struct $Type(PyAny);

        impl Specific for $Type {}

        // SAFETY: there is one object of the type.
        unsafe impl PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &Bound<'_, PyAny>) -> bool {
                // SAFETY: attached; gives a constant address.
                object.as_ptr() == unsafe { ffi::$address() }
            }
        }

        // SAFETY: the type of the object, both of which are there as long as the interpreter.
        unsafe impl PyTypeInfo for $Type {
            #[inline]
            fn type_object_raw(_: Python<'_>) -> *mut ffi::PyTypeObject {
                // SAFETY: attached; the object is always alive.
                unsafe { ffi::Py_TYPE(ffi::$address()) }
            }
        }

        impl $Type {
            /// The object.
            #[inline]
            pub fn get(py: Python<'_>) -> Bound<'_, $Type> {
                // SAFETY: attached; the object is always alive.
                unsafe { Bound::from_borrowed_ptr(py, ffi::$address()).downcast_into_unchecked() }
            }
        }

        impl<'py> Python<'py> {
            #[doc = concat!("Python's `", stringify!($method), "`.")]
            #[allow(non_snake_case)] // as Python writes it
            #[inline]
            pub fn $method(self) -> Bound<'py, PyAny> {
                $Type::get(self).into_any()
            }
        }
    )* };
}

singletons! {
    /// The type of `None`.
    ///
    /// ```
    /// use pyrules::types::PyNone;
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     assert!(py.None().is_none());
    ///     assert!(py.None().downcast::<PyNone>().is_ok());
    /// });
    /// ```
    PyNone = "None", Py_None, None;
    /// The type of `Ellipsis`, which is also written `...`.
    PyEllipsis = "ellipsis", Py_Ellipsis, Ellipsis;
    /// The type of `NotImplemented`: what an operator's method returns for an operand that it does not know.
    PyNotImplemented = "NotImplementedType", Py_NotImplemented, NotImplemented;
}
