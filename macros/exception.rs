//! `py_exception!` and `py_import_exception!`.

/// Defines exception classes.
///
/// ```
/// use pyrules::exceptions::PyValueError;
/// use pyrules::{Python, py_exception};
///
/// py_exception! {
///     /// A shape has no area.
///     pub exception ShapeError in shapes;
///
///     /// A side is too short.
///     pub exception TooSmall(ShapeError) in shapes;
///
///     exception TooLarge(PyValueError) in shapes.sizes;
/// }
///
/// Python::attach(|py| {
///     let error = TooSmall::new_err(("side", 3));
///     assert_eq!(error.to_string(), "shapes.TooSmall: ('side', 3)");
///     assert!(error.is_instance_of::<ShapeError>(py));
/// });
/// ```
///
/// Each item makes a marker type (as `PyValueError` is one) of the same name: `TooSmall::new_err(arguments)` makes an
/// error, `downcast::<TooSmall>()` recognises one. The base class stands in brackets, as in Python, and is `Exception` if
/// there is none; the module that the class names as its own follows `in`. The doc comment is also the class's doc string. The class object is
/// made when it is first needed; `py_module!` exports it with `exception TooSmall;`.
///
/// The positional form of rust-cpython and PyO3 is there too, for one private class:
/// `py_exception!(module, Name)`, `py_exception!(module, Name, Base)`, `py_exception!(module, Name, Base, "doc")`.
#[macro_export]
macro_rules! py_exception {
    ($( $(# $attr:tt)* $vis:vis exception $Name:ident $(($Base:ty))? in $($module:ident).+ ; )+) => { $(
        $crate::__py_new_exception! {
            $(# $attr)* $vis $Name = $crate::__py_dotted!($($module).+), $crate::__private::stringify!($Name),
            $crate::__py_exception_base!($($Base)?), $crate::__private::concat!("", $($crate::__py_doc_line!($attr)),*)
        }
    )+ };
    ($module:ident $(. $part:ident)*, $Name:ident $(,)?) => {
        $crate::py_exception!($module $(. $part)*, $Name, $crate::__private::DefaultBase);
    };
    ($module:ident $(. $part:ident)*, $Name:ident, $Base:ty $(,)?) => {
        $crate::py_exception!($module $(. $part)*, $Name, $Base, "");
    };
    ($module:ident $(. $part:ident)*, $Name:ident, $Base:ty, $doc:expr $(,)?) => {
        $crate::__py_new_exception! {
            #[doc = $crate::__private::concat!("The exception class `", $crate::__private::stringify!($Name), "`.")]
            $Name = $crate::__py_dotted!($module $(. $part)*), $crate::__private::stringify!($Name), $Base, $doc
        }
    };
}

/// Names an exception class of a Python module: a marker type, and the class imported when it is first needed.
///
/// ```
/// use pyrules::{Python, py_import_exception};
///
/// py_import_exception!(json, JSONDecodeError);
///
/// Python::attach(|py| {
///     let json = py.import("json")?;
///     let error = json.call_method1("loads", ("{",)).unwrap_err();
/// #   if py.version_info() < (3, 5) { return Ok(()) }
///     assert!(error.is_instance_of::<JSONDecodeError>(py));
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
///
/// Where the module or the class is missing, nothing is an instance of it; to raise one then raises `Exception`, and the
/// failed import is shown as an unraisable exception.
#[macro_export]
macro_rules! py_import_exception {
    ($module:ident $(. $part:ident)*, $Name:ident $(,)?) => {
        $crate::__py_imported_exception! {
            #[doc = $crate::__private::concat!(
                "Python's `", $crate::__py_dotted!($module $(. $part)*), ".", $crate::__private::stringify!($Name), "`."
            )]
            $Name = $crate::__py_dotted!($module $(. $part)*), $crate::__private::stringify!($Name)
        }
    };
}

/// `a.b.c` as a string literal.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_dotted {
    ($first:ident $(. $part:ident)*) => {
        $crate::__private::concat!(
            $crate::__private::stringify!($first)
            $(, ".", $crate::__private::stringify!($part))*
        )
    };
}

/// The base class that is given, or the default one.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_exception_base {
    () => {
        $crate::__private::DefaultBase
    };
    ($Base:ty) => {
        $Base
    };
}
