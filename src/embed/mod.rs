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
#[cfg(not(Py_LIMITED_API))] // it hides the threads of an interpreter
mod sub;
mod virtualenv;

#[cfg(not(Py_LIMITED_API))]
use sub::sub_interpreters_are_left;
#[cfg(Py_LIMITED_API)]
fn sub_interpreters_are_left() -> bool {
    false
}

pub use error::{InterpreterError, InterpreterErrorKind};
pub use interpreter::Interpreter;
pub use running::RunningInterpreter;
#[cfg(not(Py_LIMITED_API))]
pub use sub::SubInterpreter;
