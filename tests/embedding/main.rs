//! Attaching, detaching, starting and ending the interpreter.
//!
//! What needs a process of its own (an interpreter with a configuration, its end, a signal) is a `case`: the test runs
//! this program again and looks at what came of it.

mod attach;
mod child;
mod finalize;
#[cfg(not(feature = "abi3"))] // the limited API hides most options
mod options;
mod pending;
mod signals;
#[cfg(not(feature = "abi3"))]
mod start_errors;
#[cfg(not(feature = "abi3"))]
mod statics;
mod sub;
mod sync;
mod virtualenv;
