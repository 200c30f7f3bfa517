//! Classes that are found by name in a module of the standard library, once per interpreter.

use super::PyType;
use crate::err::PyResult;
use crate::python::{Bound, PyStatic, Python};

/// Looks a class up in the first of the modules that has it, and keeps it.
#[inline]
pub(super) fn import_class<'py>(
    py: Python<'py>,
    place: &'static PyStatic<PyType>,
    modules: &[&str],
    name: &str,
) -> PyResult<&'py Bound<'py, PyType>> {
    place.get_or_try_init(py, || {
        let mut found = py.import(modules[0]).and_then(|module| module.getattr(name));
        for module in &modules[1..] {
            found = found.or_else(|_| py.import(*module)?.getattr(name));
        }
        Ok(found?.downcast_into::<PyType>()?.unbind())
    })
}

/// Declares functions that return such a class.
macro_rules! imported_class {
    ($( $(# $attr:tt)* fn $name:ident = $modules:expr, $class:literal; )*) => { $(
        $(# $attr)*
        pub(super) fn $name<'py>(
            py: $crate::Python<'py>,
        ) -> $crate::PyResult<&'py $crate::Bound<'py, $crate::types::PyType>> {
            static PLACE: $crate::PyStatic<$crate::types::PyType> = $crate::PyStatic::new();
            $crate::types::imported::import_class(py, &PLACE, &$modules, $class)
        }
    )* };
}

/// Declares a marker type whose type object is such a class.
#[allow(unused_macros)] // not every configuration has one
macro_rules! imported_type {
    ($( $(# $attr:tt)* $Type:ident = $name:literal, $module:literal, $class:literal; )*) => { $(
        $(# $attr)*
        #[derive(Debug)]
        pub struct $Type($crate::PyAny);

        impl $crate::python::Specific for $Type {}

        // SAFETY: an instance of the class that `type_object_raw` gives, or of a subclass.
        unsafe impl $crate::PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &$crate::Bound<'_, $crate::PyAny>) -> bool {
                let class = <Self as $crate::PyTypeInfo>::type_object_raw(object.py());
                // SAFETY: both are alive.
                unsafe { $crate::ffi::PyObject_TypeCheck(object.as_ptr(), class) != 0 }
            }
        }

        // SAFETY: the class is kept in a `PyStatic`.
        unsafe impl $crate::PyTypeInfo for $Type {
            #[inline]
            fn type_object_raw(py: $crate::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                static PLACE: $crate::PyStatic<$crate::types::PyType> = $crate::PyStatic::new();
                match $crate::types::imported::import_class(py, &PLACE, &[$module], $class) {
                    Ok(class) => class.as_ptr().cast(),
                    Err(error) => panic!("the standard library has no {}.{}: {error}", $module, $class),
                }
            }
        }
    )* };
}

#[allow(unused_imports)] // not every configuration has one
pub(super) use {imported_class, imported_type};
