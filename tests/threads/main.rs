//! Many threads on the same objects. With a GIL they take turns; without one they meet.
//!
//! What is asserted is what every order of events must give. The thread sanitizer sees what an assertion cannot: `ci/sanitize`.

#[path = "../embedding/child.rs"]
mod child;
mod classes;
mod conversions;
mod first_use;
mod references;
mod support;
