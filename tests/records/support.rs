//! What the tests of records share.

use pyrules::prelude::*;
use std::fmt::Debug;

/// The value of an expression, in which these modules are known.
#[track_caller]
pub(crate) fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    let names = PyDict::new(py);
    for module in ["collections", "argparse", "types"] {
        names.set_item(module, py.import(module).unwrap()).unwrap();
    }
    py.eval(code, Some(&names), None).unwrap_or_else(|error| panic!("{code}: {error}"))
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

/// The class and the text of an error, where 2.7 has other words in those of 3.x.
fn text(error: PyErr) -> String {
    error.to_string().replace("cannot be interpreted as an index", "cannot be interpreted as an integer")
}

/// The error of converting an expression: its class and its text.
#[track_caller]
pub(crate) fn error<T>(code: &str) -> String
where
    T: for<'a, 'py> FromPyObject<'a, 'py> + Debug,
{
    text(Python::attach(|py| eval(py, code).extract::<T>().expect_err(code)))
}

/// The error of passing an expression to a function.
#[track_caller]
pub(crate) fn call_error<'py>(function: &Bound<'py, PyAny>, code: &str) -> String {
    text(function.call1((eval(function.py(), code),)).expect_err(code))
}

/// By value and by reference: whether what the value becomes equals that of the expression, has its type, and comes back.
macro_rules! becomes {
    ($value:expr, $code:expr $(,)?) => {{
        let (value, code) = ($value, $code);
        Python::attach(|py| {
            let lent = (&value).into_pyobject(py).unwrap().into_any();
            crate::support::is(&lent, code);
            assert_eq!(crate::support::extracted(&lent, &value), value);
            crate::support::is(&value.into_pyobject(py).unwrap().into_any(), code);
        });
    }};
}

pub(crate) use becomes;

/// Whether the object equals that of the expression, and has its type.
#[track_caller]
pub(crate) fn is(object: &Bound<'_, PyAny>, code: &str) {
    let expected = eval(object.py(), code);
    assert!(object.eq(&expected).unwrap(), "{object:?} is not {code}");
    assert!(object.get_type().is(&expected.get_type()), "{:?}, {code}", object.get_type());
}

/// The object as a value like that one.
#[track_caller]
pub(crate) fn extracted<'py, T: for<'a> FromPyObject<'a, 'py>>(object: &Bound<'py, PyAny>, _: &T) -> T {
    object.extract().unwrap_or_else(|error: PyErr| panic!("{object:?}: {error}"))
}

/// The hint of the conversion from Python.
pub(crate) fn hint_in<T: FromPyObject<'static, 'static>>() -> String {
    T::HINT.to_string()
}

/// The hint of the conversion to Python.
pub(crate) fn hint_out<T: IntoPyObject<'static>>() -> String {
    T::HINT.to_string()
}
