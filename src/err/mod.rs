//! `PyErr`: a Python exception as a Rust error, and the exception classes.

mod argument;
mod display;
mod downcast;
pub mod exceptions;
mod from_io;
mod from_std;
mod from_unicode;
mod imported;
mod methods;
mod native;
pub(crate) mod new_exception;
pub mod panic;
mod state;
mod warning;
mod within;

pub use downcast::{DowncastError, DowncastIntoError};
#[doc(hidden)]
pub use methods::DefaultBase;
pub use state::{PyErr, PyErrArguments};

pub(crate) use argument::{Argument, FunctionName, name_argument};
pub(crate) use state::{error_if_set, error_on_minus_one};
pub(crate) use within::{expected_type, joined, reason, within};

/// What a function that calls Python returns: a value, or the exception that was raised.
pub type PyResult<T> = Result<T, PyErr>;
