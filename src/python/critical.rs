//! Critical sections: keeping other threads from changing an object for a while, where there is no GIL to do so.

use super::Bound;

#[cfg(Py_GIL_DISABLED)]
mod section {
    use crate::ffi;
    use std::ptr::null_mut;

    /// The section of one object. It is linked to the others of the thread, and hence must not move once it has begun.
    pub(super) struct One(ffi::PyCriticalSection);

    impl One {
        pub(super) const NEW: Self = One(ffi::PyCriticalSection { _cs_prev: 0, _cs_mutex: null_mut() });

        /// # Safety
        /// Attached; called once, and `self` stays where it is until it is dropped, before any that was begun earlier.
        #[inline]
        pub(super) unsafe fn begin(&mut self, object: *mut ffi::PyObject) {
            // SAFETY: said by the caller.
            unsafe { ffi::PyCriticalSection_Begin(&raw mut self.0, object) };
        }
    }

    impl Drop for One {
        #[inline]
        fn drop(&mut self) {
            // SAFETY: begun, and on this thread; it has not moved.
            unsafe { ffi::PyCriticalSection_End(&raw mut self.0) };
        }
    }

    /// That of two objects.
    pub(super) struct Two(ffi::PyCriticalSection2);

    impl Two {
        pub(super) const NEW: Self = Two(ffi::PyCriticalSection2 {
            _cs_base: ffi::PyCriticalSection { _cs_prev: 0, _cs_mutex: null_mut() },
            _cs_mutex2: null_mut(),
        });

        /// # Safety
        /// As for `One::begin`.
        #[inline]
        pub(super) unsafe fn begin(&mut self, a: *mut ffi::PyObject, b: *mut ffi::PyObject) {
            // SAFETY: said by the caller.
            unsafe { ffi::PyCriticalSection2_Begin(&raw mut self.0, a, b) };
        }
    }

    impl Drop for Two {
        #[inline]
        fn drop(&mut self) {
            // SAFETY: begun, and on this thread; it has not moved.
            unsafe { ffi::PyCriticalSection2_End(&raw mut self.0) };
        }
    }
}

/// Runs `f` in a critical section of the object: on a free-threaded Python other threads wait with what they would do to it.
///
/// What a list, a dict or a set does by itself is such a section. It is no lock that memory safety could rest on: whenever `f`
/// waits for anything (another section, a lock, [`Python::detach`](crate::Python::detach)) the section is suspended, which is why
/// sections never deadlock. In 3.13 that includes what takes the same object once more: `dict.set_item` inside of a section of
/// the dict. With the GIL this only runs `f`: no other thread runs meanwhile, unless `f` runs Python code or detaches.
///
/// C API: `Py_BEGIN_CRITICAL_SECTION`.
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::sync::with_critical_section;
/// use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
///
/// /// What belongs to an object of Python, and changes together.
/// struct Range {
///     first: AtomicU64,
///     last: AtomicU64,
/// }
///
/// fn shift(owner: &Bound<'_, PyAny>, range: &Range) {
///     with_critical_section(owner, || {
///         range.first.fetch_add(1, Relaxed);
///         range.last.fetch_add(1, Relaxed);
///     });
/// }
///
/// Python::attach(|py| {
///     let range = Range { first: AtomicU64::new(0), last: AtomicU64::new(9) };
///     shift(PyDict::new(py).as_any(), &range);
///     assert_eq!((range.first.into_inner(), range.last.into_inner()), (1, 10));
/// });
/// ```
#[inline]
pub fn with_critical_section<T, R>(object: &Bound<'_, T>, f: impl FnOnce() -> R) -> R {
    let _ = object;
    #[cfg(Py_GIL_DISABLED)]
    let mut section = section::One::NEW;
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: attached; a local variable that nothing moves, and that goes when `f` has returned or panicked.
    unsafe {
        section.begin(object.as_ptr());
    }
    f()
}

/// Like [`with_critical_section`], of two objects at once: two threads that take the same two in another order do not deadlock.
///
/// C API: `Py_BEGIN_CRITICAL_SECTION2`.
#[inline]
pub fn with_critical_section2<A, B, R>(a: &Bound<'_, A>, b: &Bound<'_, B>, f: impl FnOnce() -> R) -> R {
    let _ = (a, b);
    #[cfg(Py_GIL_DISABLED)]
    let mut section = section::Two::NEW;
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: as above.
    unsafe {
        section.begin(a.as_ptr(), b.as_ptr());
    }
    f()
}
