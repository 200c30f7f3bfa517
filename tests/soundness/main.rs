//! What must not be possible: from safe Rust, or from a Python script, to bring the process down.
//!
//! Each case runs in a process of its own, since a failure is a crash.

#[path = "../embedding/child.rs"]
mod child;
mod classes;
mod edges;
mod exceptions;
#[cfg(unix)]
mod fork;
mod liars;
mod panics;
mod recursion;
mod reentrancy;
mod shutdown;
mod subinterpreters;
