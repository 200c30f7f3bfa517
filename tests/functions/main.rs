//! Functions and modules as Python sees them.

mod argument_errors;
mod closures;
mod keywords;
mod panics;
mod signatures;
