//! `PyErr`: a Python exception as a Rust error, and the exception classes.

mod argument;
mod display;
mod downcast;
pub mod exceptions;
mod from_std;
mod methods;
pub mod panic;
mod state;
mod warning;

pub use downcast::{DowncastError, DowncastIntoError};
pub use state::{PyErr, PyErrArguments};

pub(crate) use argument::name_argument;

/// What a function that calls Python returns: a value, or the exception that was raised.
pub type PyResult<T> = Result<T, PyErr>;
