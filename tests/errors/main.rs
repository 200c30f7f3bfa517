//! `PyErr` and the exception classes.

mod chain;
mod classes;
mod display;
mod from_std;
mod io;
mod lazy;
mod panics;
mod printing;
mod support;
mod unicode;
mod warnings;
