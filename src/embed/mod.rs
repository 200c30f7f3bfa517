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
#[cfg(any(not(Py_LIMITED_API), unix))] // the limited API hides the threads of an interpreter
mod sub;
mod virtualenv;

#[cfg(any(not(Py_LIMITED_API), unix))]
use sub::sub_interpreters_are_left;
#[cfg(all(Py_LIMITED_API, not(unix)))]
fn sub_interpreters_are_left() -> bool {
    false
}

pub use error::{InterpreterError, InterpreterErrorKind};
pub use interpreter::Interpreter;
pub use running::RunningInterpreter;
#[cfg(any(not(Py_LIMITED_API), unix))]
pub use sub::SubInterpreter;
