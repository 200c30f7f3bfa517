//! What the tests of conversions share.

use pyrules::{Bound, FromPyObject, IntoPyObject, PyAny, PyDict, PyErr, Python};
use std::fmt::Debug;

/// The value of an expression.
#[track_caller]
pub(crate) fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    py.eval(code, None, None).unwrap_or_else(|error| panic!("{code}: {error}"))
}

/// The value of the name `x` after these statements.
#[track_caller]
pub(crate) fn run<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    let names = PyDict::new(py);
    py.run(code, Some(&names), None).unwrap_or_else(|error| panic!("{code}: {error}"));
    names.get_item("x").unwrap().expect("the statements set x")
}

/// What an expression converts to.
#[track_caller]
pub(crate) fn value<T>(code: &str) -> T
where
    T: for<'a, 'py> FromPyObject<'a, 'py>,
{
    Python::attach(|py| eval(py, code).extract().unwrap_or_else(|error: PyErr| panic!("{code}: {error}")))
}

/// The error of converting an expression: its class and its text.
#[track_caller]
pub(crate) fn error<T>(code: &str) -> String
where
    T: for<'a, 'py> FromPyObject<'a, 'py> + Debug,
{
    Python::attach(|py| error_of::<T>(&eval(py, code)))
}

/// The error of converting an object: its class and its text.
#[track_caller]
pub(crate) fn error_of<'py, T>(object: &Bound<'py, PyAny>) -> String
where
    T: for<'a> FromPyObject<'a, 'py> + Debug,
{
    object.extract::<T>().expect_err("this does not convert").to_string()
}

/// Converts there and back.
#[track_caller]
pub(crate) fn round_trip<T>(value: T)
where
    T: for<'a, 'py> FromPyObject<'a, 'py> + for<'py> IntoPyObject<'py> + Clone + PartialEq + Debug,
{
    Python::attach(|py| {
        let object = value.clone().into_pyobject(py).unwrap_or_else(|error| panic!("{value:?}: {error}"));
        let back: T = object.into_any().extract().unwrap_or_else(|error: PyErr| panic!("{value:?}: {error}"));
        assert_eq!(back, value);
    });
}

/// Whether the object that the value becomes equals that of the expression, and has its type.
#[track_caller]
pub(crate) fn becomes(value: impl for<'py> IntoPyObject<'py>, code: &str) {
    Python::attach(|py| {
        let object = value.into_pyobject(py).unwrap().into_any();
        let expected = eval(py, code);
        assert!(object.eq(&expected).unwrap(), "{object:?} is not {code}");
        assert!(
            object.get_type().is(&expected.get_type()),
            "{:?} is not the type of {code}",
            object.get_type()
        );
    });
}
