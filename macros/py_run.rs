//! `py_run!`: Python code in a test.

/// Runs Python statements, and panics if they raise: for tests and examples.
///
/// ```text
/// py_run!(py, "code")
/// py_run!(py, variable, another, "code")
/// py_run!(py, variable another, code)        // without the comma the code may be any expression
/// py_run!(py, *dict, "code")
/// ```
///
/// The indentation that all lines have in common is taken off. The variables are converted by reference and known to the
/// code under their own names. With `*dict` the code runs in that dict: it sees what is there, and what it assigns is
/// there afterwards. If the code raises, the traceback is printed, and the macro panics with the exception's text. Code
/// whose errors matter is run by [`Python::run`](crate::Python::run).
///
/// ```
/// use pyrules::{PyDict, PyList, Python, py_run};
///
/// Python::attach(|py| {
///     let list = PyList::new(py, [3, 1, 2])?;
///     let length = 3;
///     py_run!(py, list, length, "
///         list.sort()
///         assert list == [1, 2, 3]
///         assert len(list) == length
///     ");
///
///     let namespace = PyDict::new(py);
///     py_run!(py, *namespace, "answer = 42");
///     assert_eq!(namespace.get_item("answer")?.unwrap().extract::<i32>()?, 42);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[macro_export]
macro_rules! py_run {
    ($py:expr, $code:expr $(,)?) => {
        $crate::__py_run_in! { ($crate::__private::PyDict::new($py)) () ($code) }
    };
    ($py:expr, * $dict:expr, $code:expr $(,)?) => {
        $crate::__py_run_in! { ($dict) () ($code) }
    };
    ($py:expr, $($variable:ident,)+ $code:literal $(,)?) => {
        $crate::__py_run_in! { ($crate::__private::PyDict::new($py)) ($($variable)+) ($code) }
    };
    ($py:expr, $($variable:ident)+, $code:expr $(,)?) => {
        $crate::__py_run_in! { ($crate::__private::PyDict::new($py)) ($($variable)+) ($code) }
    };
}

/// Runs code in a namespace.   in: (dict) (variables) (code)
#[doc(hidden)]
#[macro_export]
macro_rules! __py_run_in {
    (($dict:expr) ($($variable:ident)*) ($code:expr)) => {
        match &$dict {
            namespace => {
                $(
                    $crate::__private::set_variable(
                        namespace,
                        $crate::__private::stringify!($variable),
                        &$variable,
                    );
                )*
                $crate::__private::run_test_code(
                    namespace,
                    $code,
                    $crate::__private::concat!(
                        $crate::__private::file!(),
                        ":",
                        $crate::__private::line!()
                    ),
                );
            }
        }
    };
}
