//! The marker of the type that all Python objects have.

use std::marker::PhantomData;

/// Any Python object: the `T` of a [`Bound`](crate::Bound) whose type is not known.
///
/// Every `Bound<'py, T>` dereferences to `Bound<'py, PyAny>`, so that what all objects can do (attributes, calls,
/// comparison, arithmetic) is there on each of them.
#[derive(Debug)]
pub struct PyAny {
    // Never made in Rust; not `Send`, not `Sync`: an object is reached through a pointer type that has its own rules.
    _opaque: PhantomData<*mut ()>,
}
