//! `bytes`; on 2.7 its `str`.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, Python, native_type};
use std::ptr::null;

native_type! {
    /// A `bytes`; on 2.7 its `str`, which is the same.
    PyBytes = "bytes", ffi::PyBytes_Type, PyBytes_Check;
}

impl PyBytes {
    /// The bytes as a Python object. (`PyBytes_FromStringAndSize`)
    ///
    /// ```
    /// use pyrules::{PyBytes, Python};
    ///
    /// Python::attach(|py| {
    ///     let bytes = PyBytes::new(py, b"\x00\xff");
    ///     assert_eq!(bytes, b"\x00\xff");
    ///     assert_eq!(bytes.len(), 2);
    /// });
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn new<'py>(py: Python<'py>, bytes: &[u8]) -> Bound<'py, PyBytes> {
        // SAFETY: as many bytes as is said, which are copied; returns a new reference or sets an exception.
        unsafe {
            let bytes = ffi::PyBytes_FromStringAndSize(bytes.as_ptr().cast(), bytes.len() as ffi::Py_ssize_t);
            Bound::from_owned_ptr(py, bytes).downcast_into_unchecked()
        }
    }

    /// A `bytes` that `fill` writes, in place. It gets `length` zeros. (`PyBytes_FromStringAndSize`)
    ///
    /// ```
    /// use pyrules::{PyBytes, Python};
    ///
    /// Python::attach(|py| {
    ///     let bytes = PyBytes::new_with(py, 4, |bytes| {
    ///         bytes[1..].copy_from_slice(b"abc");
    ///         Ok(())
    ///     })?;
    ///     assert_eq!(bytes, b"\0abc");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// That of `fill`, and `MemoryError`.
    #[inline]
    pub fn new_with<'py>(
        py: Python<'py>,
        length: usize,
        fill: impl FnOnce(&mut [u8]) -> PyResult<()>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let size = ffi::Py_ssize_t::try_from(length).map_err(|_| PyErr::overflow("too many bytes"))?;
        // SAFETY: null asks for room that is not written yet; returns a new reference or sets an exception.
        let bytes =
            unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyBytes_FromStringAndSize(null(), size)) }?;
        // SAFETY: just made.
        let bytes: Bound<'py, PyBytes> = unsafe { bytes.downcast_into_unchecked() };
        if length > 0 {
            // SAFETY: the object is new, of this length and seen by nobody else; Python too writes to such. (The one
            // without bytes is shared, and so are those of one byte, but only once they have been filled.)
            let place = unsafe {
                let data = ffi::PyBytes_AsString(bytes.as_ptr()).cast::<u8>();
                data.write_bytes(0, length);
                std::slice::from_raw_parts_mut(data, length)
            };
            fill(place)?;
        } else {
            fill(&mut [])?;
        }
        Ok(bytes)
    }

    /// A copy of `length` bytes at an address. (`PyBytes_FromStringAndSize`)
    ///
    /// # Panics
    /// If there is no memory for it.
    ///
    /// # Safety
    /// `ptr` points to `length` bytes that can be read.
    #[track_caller]
    #[inline]
    pub unsafe fn from_ptr<'py>(py: Python<'py>, ptr: *const u8, length: usize) -> Bound<'py, PyBytes> {
        // SAFETY: forwarded from the caller.
        PyBytes::new(py, unsafe { std::slice::from_raw_parts(ptr, length) })
    }
}

impl<'py> Bound<'py, PyBytes> {
    /// The bytes, borrowed from the object. (`PyBytes_AsString`, `PyBytes_Size`)
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: a `bytes`, for which neither fails; it never changes.
        unsafe {
            let data = ffi::PyBytes_AsString(self.as_ptr()).cast();
            std::slice::from_raw_parts(data, self.len())
        }
    }

    /// The number of bytes. (`PyBytes_Size`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a `bytes`, for which it does not fail.
        unsafe { ffi::PyBytes_Size(self.as_ptr()) as usize }
    }

    /// Whether there are no bytes.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The bytes, so that they can be indexed and passed where a slice is asked for.
impl AsRef<[u8]> for Bound<'_, PyBytes> {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl<I: std::slice::SliceIndex<[u8]>> std::ops::Index<I> for Bound<'_, PyBytes> {
    type Output = I::Output;

    #[inline]
    fn index(&self, index: I) -> &I::Output {
        &self.as_bytes()[index]
    }
}
