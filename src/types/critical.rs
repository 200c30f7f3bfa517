//! Keeping other threads from changing an object for a while.

use crate::python::Bound;

/// Runs `f` in a critical section of the object: where there is no GIL, other threads wait to change it.
#[cfg(Py_GIL_DISABLED)]
#[inline]
pub(crate) fn locked<T, R>(object: &Bound<'_, T>, f: impl FnOnce() -> R) -> R {
    use crate::ffi;

    struct Section(ffi::PyCriticalSection);
    impl Drop for Section {
        fn drop(&mut self) {
            // SAFETY: begun below, and on this thread; it has not moved.
            unsafe { ffi::PyCriticalSection_End(&raw mut self.0) };
        }
    }

    let mut section = Section(ffi::PyCriticalSection { _cs_prev: 0, _cs_mutex: std::ptr::null_mut() });
    // SAFETY: attached; the section stays in its place until it is dropped, also when `f` panics.
    unsafe { ffi::PyCriticalSection_Begin(&raw mut section.0, object.as_ptr()) };
    f()
}

/// Runs `f`: the GIL is a critical section of everything, as long as `f` runs no Python code.
#[cfg(not(Py_GIL_DISABLED))]
#[inline(always)]
pub(crate) fn locked<T, R>(_: &Bound<'_, T>, f: impl FnOnce() -> R) -> R {
    f()
}
