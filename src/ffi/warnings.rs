//! `warnings.h`: warnings. (`pyerrors.h` on some versions.)

use super::*;

c_api! {
    pub fn PyErr_WarnEx(category: *mut PyObject, message: *const c_char, stack_level: Py_ssize_t) -> c_int;
    #[cfg(Py_3)]
    pub fn PyErr_WarnFormat(
        category: *mut PyObject,
        stack_level: Py_ssize_t,
        format: *const c_char,
        ...
    ) -> c_int;
    #[cfg(Py_3_6)]
    pub fn PyErr_ResourceWarning(
        source: *mut PyObject,
        stack_level: Py_ssize_t,
        format: *const c_char,
        ...
    ) -> c_int;
    pub fn PyErr_WarnExplicit(
        category: *mut PyObject,
        message: *const c_char,
        filename: *const c_char,
        lineno: c_int,
        module: *const c_char,
        registry: *mut PyObject,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyErr_WarnExplicitObject(
        category: *mut PyObject,
        message: *mut PyObject,
        filename: *mut PyObject,
        lineno: c_int,
        module: *mut PyObject,
        registry: *mut PyObject,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyErr_WarnExplicitFormat(
        category: *mut PyObject,
        filename: *const c_char,
        lineno: c_int,
        module: *const c_char,
        registry: *mut PyObject,
        format: *const c_char,
        ...
    ) -> c_int;
}

/// Warns; `-1` when the filter made it an exception.
#[inline]
pub unsafe fn PyErr_Warn(category: *mut PyObject, message: *const c_char) -> c_int {
    // SAFETY: the caller's `category` is a class or null, `message` a C string.
    unsafe { PyErr_WarnEx(category, message, 1) }
}
