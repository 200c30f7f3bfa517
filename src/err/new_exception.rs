//! What is behind `py_exception!` and `py_import_exception!`: class objects that are made or imported when they are
//! first needed, one in each interpreter.

use super::exceptions::PyException;
use super::state::{TypeOf, without_raised};
use super::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyStatic, PyTypeInfo, Python};
use crate::types::PyType;

/// A marker type that stands for an exception class, wherever it comes from.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an exception class",
    label = "not an exception class",
    note = "exception classes are those of `pyrules::exceptions`, and what `py_exception!` and `py_import_exception!` declare"
)]
pub trait ExceptionClass: PyTypeInfo {}

/// An exception class of our own.
#[doc(hidden)]
pub trait NewException {
    /// The class it derives from.
    type Base: ExceptionClass;
    /// The module that the class names as its own.
    const MODULE: &'static str;
    /// The name of the class.
    const NAME: &'static str;
    /// Its doc string, as the attributes have it: each line begins with the space that follows `///`.
    const DOC: &'static str;
    /// Where the class object is kept.
    fn class() -> &'static PyStatic<PyType>;
}

/// An exception class of a Python module.
#[doc(hidden)]
pub trait ImportedException {
    /// The module, dotted.
    const MODULE: &'static str;
    /// The name of the class.
    const NAME: &'static str;
    /// Where the class object is kept.
    fn class() -> &'static PyStatic<PyType>;
}

/// The class object, made now if it was not before. When that fails (there is no memory, most likely) the failure is
/// reported and the base class stands in: who handles the base also handles the exception.
#[doc(hidden)]
#[inline]
pub fn new_exception_class<T: NewException>(py: Python<'_>) -> *mut ffi::PyTypeObject {
    match T::class().get(py) {
        Some(class) => class.as_ptr().cast(),
        None => make(py, T::class(), T::Base::type_object_raw, [T::MODULE, T::NAME, T::DOC]),
    }
}

/// The class object, made. One function for all of them, as the next one is.
#[cold]
fn make(
    py: Python<'_>,
    place: &'static PyStatic<PyType>,
    base: TypeOf,
    [module, name, doc]: [&'static str; 3],
) -> *mut ffi::PyTypeObject {
    let made = place.get_or_try_init(py, || {
        without_raised(py, || {
            // SAFETY: `PyTypeInfo` says that the type object is alive.
            let base = unsafe { Bound::from_borrowed_ptr(py, base(py).cast()) };
            let doc = clean_doc(doc);
            let doc = Some(doc.as_str()).filter(|doc| !doc.is_empty());
            Ok(PyErr::new_type(py, &[module, ".", name].concat(), doc, Some(&base), None)?.unbind())
        })
    });
    match made {
        Ok(class) => class.as_ptr().cast(),
        Err(error) => {
            error.write_unraisable(py, None);
            base(py)
        }
    }
}

/// Whether `object` is an instance of the class, which is not made for the sake of the question.
#[doc(hidden)]
#[inline]
pub fn is_new_exception<T: NewException>(object: &Bound<'_, PyAny>) -> bool {
    T::class().get(object.py()).is_some_and(|class| {
        // SAFETY: both are alive, and the second is a type.
        unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) != 0 }
    })
}

/// The class object, imported now if it was not before. When there is no such module or no such class in it, that is
/// reported and `Exception` stands in.
#[doc(hidden)]
#[inline]
pub fn imported_exception_class<T: ImportedException>(py: Python<'_>) -> *mut ffi::PyTypeObject {
    match import::<T>(py) {
        Ok(class) => class.as_ptr().cast(),
        Err(error) => {
            error.write_unraisable(py, None);
            PyException::type_object_raw(py)
        }
    }
}

/// Whether `object` is an instance of the class; of one that cannot be imported there are none.
#[doc(hidden)]
#[inline]
pub fn is_imported_exception<T: ImportedException>(object: &Bound<'_, PyAny>) -> bool {
    import::<T>(object.py()).is_ok_and(|class| {
        // SAFETY: both are alive, and the second is a type.
        unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) != 0 }
    })
}

#[inline]
fn import<T: ImportedException>(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    match T::class().get(py) {
        Some(class) => Ok(class),
        None => import_from(py, T::class(), T::MODULE, T::NAME),
    }
}

/// The class, imported.
#[cold]
#[inline]
fn import_from<'py>(
    py: Python<'py>,
    place: &'static PyStatic<PyType>,
    module: &'static str,
    name: &'static str,
) -> PyResult<&'py Bound<'py, PyType>> {
    place.get_or_try_init(py, || {
        without_raised(py, || Ok(py.import(module)?.getattr(name)?.downcast_into::<PyType>()?.unbind()))
    })
}

/// Doc attributes as a doc string: without the one space that follows `///`, and without empty lines at the ends.
#[inline]
fn clean_doc(doc: &str) -> String {
    let lines: Vec<&str> =
        doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// What is known of a class that `__py_new_exception!` has declared.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_new_exception_type_info {
    ($Type:ident) => {
        // SAFETY: instances of the class and of its subclasses, which are exceptions.
        unsafe impl $crate::__private::PyTypeCheck for $Type {
            const NAME: &'static $crate::__private::str = <$Type as $crate::__private::NewException>::NAME;

            #[inline]
            fn type_check(
                object: &$crate::__private::Bound<'_, $crate::__private::PyAny>,
            ) -> $crate::__private::bool {
                $crate::__private::is_new_exception::<$Type>(object)
            }
        }

        // SAFETY: the class object is kept for good by its `PyStatic`; so is the base class that stands in for it.
        unsafe impl $crate::__private::PyTypeInfo for $Type {
            #[inline]
            fn type_object_raw(py: $crate::__private::Python<'_>) -> *mut $crate::__private::PyTypeObject {
                $crate::__private::new_exception_class::<$Type>(py)
            }
        }
    };
}

/// An exception class of a Python module: a marker type, and the class imported when it is first needed.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_imported_exception {
    ($(# $attr:tt)* $vis:vis $Type:ident = $module:expr, $name:expr) => {
        $(# $attr)*
        #[allow(non_camel_case_types)] // as Python's name is
        #[derive($crate::__private::Debug)]
        $vis struct $Type($crate::__private::PyAny);

        $(# $attr)*
        const _: () = {
            static CLASS: $crate::__private::PyStatic<$crate::__private::PyType> =
                $crate::__private::PyStatic::new();

            $crate::__py_exception_methods! { $Type }

            impl $crate::__private::ImportedException for $Type {
                const MODULE: &'static $crate::__private::str = $module;
                const NAME: &'static $crate::__private::str = $name;

                #[inline]
                fn class() -> &'static $crate::__private::PyStatic<$crate::__private::PyType> {
                    &CLASS
                }
            }

            // SAFETY: instances of the class and of its subclasses.
            unsafe impl $crate::__private::PyTypeCheck for $Type {
                const NAME: &'static $crate::__private::str = $name;

                #[inline]
                fn type_check(
                    object: &$crate::__private::Bound<'_, $crate::__private::PyAny>,
                ) -> $crate::__private::bool {
                    $crate::__private::is_imported_exception::<$Type>(object)
                }
            }

            // SAFETY: the class object is kept for good by its `PyStatic`; `Exception`, which stands in for one
            // that cannot be imported, by the interpreter.
            unsafe impl $crate::__private::PyTypeInfo for $Type {
                #[inline]
                fn type_object_raw(py: $crate::__private::Python<'_>) -> *mut $crate::__private::PyTypeObject {
                    $crate::__private::imported_exception_class::<$Type>(py)
                }
            }
        };
    };
}

pub(crate) use __py_imported_exception as imported_exception;

#[cfg(test)]
mod tests {
    #[test]
    fn a_doc_string_is_cleaned() {
        assert_eq!(super::clean_doc(" One line.\n\n   indented\n\n"), "One line.\n\n  indented");
        assert_eq!(super::clean_doc(""), "");
    }
}
