//! `bytearray`.

use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, Python, native_type, with_critical_section};
use std::ptr::null;

native_type! {
    /// A `bytearray`: bytes that can be changed, and be more or fewer.
    PyByteArray = "bytearray", ffi::PyByteArray_Type, PyByteArray_Check;
}

impl PyByteArray {
    /// The bytes as a Python object. (`PyByteArray_FromStringAndSize`)
    ///
    /// ```
    /// use pyrules::types::PyByteArray;
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let bytes = PyByteArray::new(py, b"abc");
    ///     bytes.resize(2)?;
    ///     bytes.copy_from(b"xy")?;
    ///     assert_eq!(bytes.to_vec(), b"xy");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn new<'py>(py: Python<'py>, bytes: &[u8]) -> Bound<'py, PyByteArray> {
        // SAFETY: as many bytes as is said, which are copied; returns a new reference or sets an exception.
        unsafe {
            let bytes =
                ffi::PyByteArray_FromStringAndSize(bytes.as_ptr().cast(), bytes.len() as ffi::Py_ssize_t);
            Bound::from_owned_ptr(py, bytes).downcast_into_unchecked()
        }
    }

    /// A `bytearray` that `fill` writes, in place. It gets `length` zeros. (`PyByteArray_FromStringAndSize`)
    ///
    /// # Errors
    /// That of `fill`, and `MemoryError`.
    #[inline]
    pub fn new_with<'py>(
        py: Python<'py>,
        length: usize,
        fill: impl FnOnce(&mut [u8]) -> PyResult<()>,
    ) -> PyResult<Bound<'py, PyByteArray>> {
        let size = ffi::Py_ssize_t::try_from(length).map_err(|_| PyErr::overflow("too many bytes"))?;
        // SAFETY: null asks for room that is not written yet; returns a new reference or sets an exception.
        let bytes: Bound<'py, PyByteArray> = unsafe {
            Bound::from_owned_ptr_or_err(py, ffi::PyByteArray_FromStringAndSize(null(), size))?
                .downcast_into_unchecked()
        };
        // SAFETY: the object is new, of this length and seen by nobody else.
        let place = unsafe {
            bytes.data().write_bytes(0, length);
            std::slice::from_raw_parts_mut(bytes.data(), length)
        };
        fill(place)?;
        Ok(bytes)
    }

    /// What Python's `bytearray(object)` makes of an object with a buffer or of numbers. (`PyByteArray_FromObject`)
    ///
    /// # Errors
    /// `TypeError` if the object is nothing of the kind, `ValueError` for a number that is no byte.
    #[inline]
    pub fn from<'py>(py: Python<'py>, object: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyByteArray>> {
        let object = object.lend_pyobject(py)?;
        // SAFETY: the object is alive; returns a new reference or sets an exception.
        unsafe {
            Ok(Bound::from_owned_ptr_or_err(py, ffi::PyByteArray_FromObject(object.as_ptr()))?
                .downcast_into_unchecked())
        }
    }
}

impl Bound<'_, PyByteArray> {
    /// The number of bytes. (`PyByteArray_Size`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a `bytearray`, for which it does not fail.
        unsafe { ffi::PyByteArray_Size(self.as_ptr()) as usize }
    }

    /// Whether there are no bytes.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The address of the bytes, which holds until the number of bytes changes. (`PyByteArray_AsString`)
    #[inline]
    pub fn data(&self) -> *mut u8 {
        // SAFETY: a `bytearray`, for which it does not fail.
        unsafe { ffi::PyByteArray_AsString(self.as_ptr()).cast() }
    }

    /// The bytes, borrowed from the object.
    ///
    /// # Safety
    /// As long as the slice is used nothing changes the object: no Python code runs (which may be hidden in a drop or
    /// in a comparison), the thread is not detached, and without a GIL no other thread has the object.
    #[inline]
    pub unsafe fn as_bytes(&self) -> &[u8] {
        // SAFETY: as many bytes as is said; the caller says that they stay.
        unsafe { std::slice::from_raw_parts(self.data(), self.len()) }
    }

    /// The bytes, borrowed from the object, to change them.
    ///
    /// # Safety
    /// As for [`as_bytes`](Self::as_bytes); and there is no other slice of them meanwhile.
    #[allow(clippy::mut_from_ref)] // the caller vouches for it
    #[inline]
    pub unsafe fn as_bytes_mut(&self) -> &mut [u8] {
        // SAFETY: as many bytes as is said; the caller says that they stay, and are not used otherwise.
        unsafe { std::slice::from_raw_parts_mut(self.data(), self.len()) }
    }

    /// Lends the bytes to code that does not touch Python.
    #[inline]
    pub(super) fn with_bytes<R>(&self, f: impl FnOnce(&[u8]) -> R) -> R {
        // SAFETY: other threads are kept out, and the callers' `f` runs no Python code.
        with_critical_section(self, || f(unsafe { self.as_bytes() }))
    }

    /// A copy of the bytes.
    #[inline]
    pub fn to_vec(&self) -> Vec<u8> {
        self.with_bytes(<[u8]>::to_vec)
    }

    /// Makes the bytes more or fewer; what is added is zero. (`PyByteArray_Resize`)
    ///
    /// # Errors
    /// `BufferError` if somebody holds a buffer of it (a `memoryview`), `MemoryError`.
    #[inline]
    pub fn resize(&self, length: usize) -> PyResult<()> {
        let size = ffi::Py_ssize_t::try_from(length).map_err(|_| PyErr::overflow("too many bytes"))?;
        with_critical_section(self, || {
            let before = self.len();
            // SAFETY: a `bytearray`.
            error_on_minus_one(self.py(), unsafe { ffi::PyByteArray_Resize(self.as_ptr(), size) })?;
            if length > before {
                // SAFETY: there are `length` bytes now, and other threads are kept out.
                unsafe { self.data().add(before).write_bytes(0, length - before) };
            }
            Ok(())
        })
    }

    /// Overwrites all bytes with as many others.
    ///
    /// # Errors
    /// `ValueError` if it is not as many.
    #[inline]
    pub fn copy_from(&self, bytes: &[u8]) -> PyResult<()> {
        with_critical_section(self, || {
            // SAFETY: other threads are kept out, and no Python code runs. `bytes` cannot overlap: safe code gets no
            // slice of a `bytearray`.
            let place = unsafe { self.as_bytes_mut() };
            if place.len() != bytes.len() {
                let (have, given) = (place.len(), bytes.len());
                let text = format!("cannot copy {given} bytes into a bytearray of {have}");
                return Err(PyErr::with_message::<PyValueError>(text));
            }
            place.copy_from_slice(bytes);
            Ok(())
        })
    }
}
