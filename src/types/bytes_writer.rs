//! Writing a `bytes` piece by piece.

use super::PyBytes;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, Python};
use std::io;

/// Collects bytes, in the place where the [`PyBytes`] will be: [`finish`](Self::finish) copies nothing. (The limited API
/// cannot; there they are copied once.)
///
/// ```
/// use pyrules::Python;
/// use pyrules::types::PyBytesWriter;
/// use std::io::Write;
///
/// Python::attach(|py| {
///     let mut writer = PyBytesWriter::new(py);
///     write!(writer, "{}-", 12)?;
///     writer.write_all(b"\xff")?;
///     assert_eq!(writer.finish()?, b"12-\xff");
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
pub struct PyBytesWriter<'py> {
    py: Python<'py>,
    room: Room<'py>,
}

impl<'py> PyBytesWriter<'py> {
    /// An empty one.
    #[inline]
    pub fn new(py: Python<'py>) -> Self {
        PyBytesWriter { py, room: Room::default() }
    }

    /// An empty one that has room for this many bytes at once.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn with_capacity(py: Python<'py>, capacity: usize) -> PyResult<Self> {
        let mut writer = PyBytesWriter::new(py);
        if capacity > 0 {
            writer.room.reserve(py, capacity)?;
        }
        Ok(writer)
    }

    /// The number of bytes written so far.
    #[inline]
    pub fn len(&self) -> usize {
        self.room.len()
    }

    /// Whether nothing was written so far.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// `MemoryError`; what was written before is lost then.
    #[inline]
    pub fn extend(&mut self, bytes: &[u8]) -> PyResult<()> {
        self.room.extend(self.py, bytes)
    }

    /// The bytes that were written. (`_PyBytes_Resize`)
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn finish(self) -> PyResult<Bound<'py, PyBytes>> {
        self.room.finish(self.py)
    }
}

impl io::Write for PyBytesWriter<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.extend(bytes).map_err(|error: PyErr| io::Error::new(io::ErrorKind::OutOfMemory, error))?;
        Ok(bytes.len())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl std::fmt::Debug for PyBytesWriter<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PyBytesWriter").field("len", &self.len()).finish()
    }
}

impl PyBytes {
    /// A `bytes` that `write` writes piece by piece; `capacity` is a guess at how much it will be.
    ///
    /// ```
    /// use pyrules::{PyBytes, Python};
    /// use std::io::Write;
    ///
    /// Python::attach(|py| {
    ///     let bytes = PyBytes::new_with_writer(py, 0, |writer| Ok(writer.write_all(b"abc")?))?;
    ///     assert_eq!(bytes, b"abc");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// That of `write`, and `MemoryError`.
    #[inline]
    pub fn new_with_writer<'py>(
        py: Python<'py>,
        capacity: usize,
        write: impl FnOnce(&mut PyBytesWriter<'py>) -> PyResult<()>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let mut writer = PyBytesWriter::with_capacity(py, capacity)?;
        write(&mut writer)?;
        writer.finish()
    }
}

#[cfg(not(Py_LIMITED_API))]
use in_place::Room;

#[cfg(not(Py_LIMITED_API))]
mod in_place {
    use super::{Bound, PyBytes, PyErr, PyResult, Python};
    use crate::ffi;
    use std::ptr::null;

    /// A `bytes` that nobody else has seen, longer than what was written to it.
    #[derive(Default)]
    pub(super) struct Room<'py> {
        object: Option<Bound<'py, PyBytes>>,
        length: usize,
    }

    impl<'py> Room<'py> {
        pub(super) fn len(&self) -> usize {
            self.length
        }

        #[inline]
        fn capacity(&self) -> usize {
            self.object.as_ref().map_or(0, |object| object.len())
        }

        /// Makes the object this long.
        #[inline]
        fn resize(&mut self, py: Python<'py>, capacity: usize) -> PyResult<()> {
            let size = ffi::Py_ssize_t::try_from(capacity).map_err(|_| PyErr::overflow("too many bytes"))?;
            let object = match self.object.take() {
                // SAFETY: null asks for room that is not written yet; returns a new reference or sets an exception.
                None => unsafe { ffi::PyBytes_FromStringAndSize(null(), size) },
                Some(object) => {
                    let mut object = object.into_ptr();
                    // SAFETY: the only reference to a `bytes`. Leaves the only one to another, or null and an
                    // exception.
                    unsafe { ffi::_PyBytes_Resize(&mut object, size) };
                    object
                }
            };
            // SAFETY: as above.
            let object = unsafe { Bound::from_owned_ptr_or_err(py, object) };
            match object {
                // SAFETY: a `bytes`.
                Ok(object) => self.object = Some(unsafe { object.downcast_into_unchecked() }),
                Err(error) => {
                    self.length = 0;
                    return Err(error);
                }
            }
            Ok(())
        }

        #[inline]
        pub(super) fn reserve(&mut self, py: Python<'py>, more: usize) -> PyResult<()> {
            let needed = self.length.checked_add(more).ok_or_else(|| PyErr::overflow("too many bytes"))?;
            let capacity = self.capacity();
            if needed <= capacity {
                return Ok(());
            }
            // Never as short as those that Python shares.
            self.resize(py, needed.max(capacity.saturating_mul(2)).max(64))
        }

        #[inline]
        pub(super) fn extend(&mut self, py: Python<'py>, bytes: &[u8]) -> PyResult<()> {
            if bytes.is_empty() {
                return Ok(());
            }
            self.reserve(py, bytes.len())?;
            if let Some(object) = &self.object {
                // SAFETY: `reserve` has made room for the bytes behind those there are; the object is our own.
                unsafe {
                    let end = ffi::PyBytes_AsString(object.as_ptr()).cast::<u8>().add(self.length);
                    end.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
                }
                self.length += bytes.len();
            }
            Ok(())
        }

        #[inline]
        pub(super) fn finish(mut self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
            if self.length > 0 && self.length < self.capacity() {
                self.resize(py, self.length)?;
            }
            match self.object {
                Some(object) if self.length > 0 => Ok(object),
                _ => Ok(PyBytes::new(py, b"")),
            }
        }
    }
}

#[cfg(Py_LIMITED_API)]
use copied::Room;

#[cfg(Py_LIMITED_API)]
mod copied {
    use super::{Bound, PyBytes, PyErr, PyResult, Python};
    use crate::err::exceptions::PyMemoryError;
    use std::marker::PhantomData;

    #[derive(Default)]
    pub(super) struct Room<'py> {
        bytes: Vec<u8>,
        _token: PhantomData<Python<'py>>,
    }

    impl<'py> Room<'py> {
        pub(super) fn len(&self) -> usize {
            self.bytes.len()
        }

        #[inline]
        pub(super) fn reserve(&mut self, _: Python<'py>, more: usize) -> PyResult<()> {
            let needed = self.bytes.len().checked_add(more);
            if needed.is_none_or(|needed| isize::try_from(needed).is_err()) {
                return Err(PyErr::overflow("too many bytes"));
            }
            let reserved = self.bytes.try_reserve(more);
            reserved.map_err(|error| PyErr::with_message::<PyMemoryError>(error.to_string()))
        }

        #[inline]
        pub(super) fn extend(&mut self, py: Python<'py>, bytes: &[u8]) -> PyResult<()> {
            self.reserve(py, bytes.len())?;
            self.bytes.extend_from_slice(bytes);
            Ok(())
        }

        #[inline]
        pub(super) fn finish(self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
            Ok(PyBytes::new(py, &self.bytes))
        }
    }
}
