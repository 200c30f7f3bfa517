//! Waiting for other threads without holding them up: locks, once-cells, critical sections.
//!
//! A thread that waits for a lock while it is attached keeps the GIL from the one that has the lock, which may need the
//! GIL to go on: both wait for ever. (Without a GIL it keeps the garbage collector waiting, and everybody with that.) These
//! traits add methods to the standard library's types that detach while they wait; where there is no need to wait they do
//! not. Other threads that take the same lock or fill the same cell while they are attached have to use them too.
//!
//! ```
//! use pyrules::Python;
//! use pyrules::sync::{MutexExt, OnceLockExt};
//! use std::sync::{Mutex, OnceLock};
//!
//! static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());
//! static VERSION: OnceLock<String> = OnceLock::new();
//!
//! Python::attach(|py| {
//!     SEEN.lock_py_attached(py).unwrap().push("this".to_owned());
//!     let version = VERSION.get_or_init_py_attached(py, || py.version().to_owned());
//!     assert!(version.contains('.'));
//! });
//! ```
//!
//! An object of Python that is made once needs none of them: that is what a [`PyStatic`](crate::PyStatic) is for.

pub use crate::python::{
    MutexExt, OnceExt, OnceLockExt, RwLockExt, with_critical_section, with_critical_section2,
};
