//! Starting an interpreter with a configuration, and ending it.

#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
#[path = "config.rs"]
mod configure;
#[cfg(not(all(Py_3_8, not(Py_LIMITED_API))))]
#[path = "flags.rs"]
mod configure;
mod error;
mod interpreter;
mod locale;
mod running;
mod setup;
mod standard_library;
mod virtualenv;

pub use error::{InterpreterError, InterpreterErrorKind};
pub use interpreter::Interpreter;
pub use running::RunningInterpreter;
