//! Containers that are being filled.

use crate::ffi;
use crate::python::Bound;

/// Hides a new container from the cyclic garbage collector, and so from `gc.get_objects()`, until it is dropped.
///
/// (`PyObject_GC_UnTrack`)
pub(crate) struct Hidden<'a, 'py, T>(&'a Bound<'py, T>);

impl<'a, 'py, T> Hidden<'a, 'py, T> {
    /// To be called with a container that nobody else knows of, and that the collector tracks unless it is empty.
    #[inline]
    pub(crate) fn new(container: &'a Bound<'py, T>) -> Self {
        // SAFETY: an object of a type with a collector's header; untracking twice does nothing.
        unsafe { ffi::PyObject_GC_UnTrack(container.as_ptr().cast()) };
        Hidden(container)
    }
}

impl<T> Drop for Hidden<'_, '_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: as above; it was untracked when this was made, and nobody else has had it.
        unsafe { ffi::PyObject_GC_Track(self.0.as_ptr().cast()) };
    }
}
