//! `intern!`: names that are made once.

/// The interned `str` of a literal, made when it is first needed and kept: `&Bound<'py, PyString>`.
///
/// For the names of attributes, methods and keys that are used again and again: neither is a new object made each time,
/// nor are the characters compared.
///
/// ```
/// use pyrules::{Bound, PyAny, PyResult, Python, intern};
///
/// fn area<'py>(py: Python<'py>, shape: &Bound<'py, PyAny>) -> PyResult<f64> {
///     shape.getattr(intern!(py, "width"))?.extract::<f64>()
/// }
/// ```
#[macro_export]
macro_rules! intern {
    ($py:expr, $text:expr) => {
        $crate::__private::interned(
            $py,
            {
                static __INTERNED: $crate::__private::PyStatic<$crate::__private::PyString> =
                    $crate::__private::PyStatic::new();
                &__INTERNED
            },
            {
                const __TEXT: &$crate::__private::str = $text;
                __TEXT
            },
        )
    };
}
