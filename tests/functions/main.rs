//! Functions and modules as Python sees them.

mod argument_errors;
mod closures;
mod modules;
mod panics;
mod signatures;
