//! Attaching, detaching, starting and ending the interpreter.
//!
//! What needs a process of its own (an interpreter with a configuration, its end, a signal) is a `case`: the test runs
//! this program again and looks at what came of it.

mod attach;
mod child;
mod finalize;
mod options;
mod pending;
mod signals;
mod start_errors;
mod virtualenv;
