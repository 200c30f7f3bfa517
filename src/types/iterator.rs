//! Iterators.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, PyTypeCheck, Specific};

/// A Python iterator: any object with `__next__`. It is a Rust iterator too, whose items are results.
///
/// ```
/// use pyrules::{PyIterator, Python};
///
/// Python::attach(|py| {
///     let numbers = py.eval("map(int, '1 2 three 4'.split())", None, None)?;
///     let mut iterator = PyIterator::from_object(&numbers)?;
///     if py.version_info() >= (3, 0) {
///         assert_eq!(iterator.next().unwrap()?.extract::<i32>()?, 1);
///         assert_eq!(iterator.next().unwrap()?.extract::<i32>()?, 2);
///         assert!(iterator.next().unwrap().is_err());
///         assert_eq!(iterator.next().unwrap()?.extract::<i32>()?, 4);
///         assert!(iterator.next().is_none());
///     }
///     Ok::<(), pyrules::PyErr>(())
/// });
/// ```
#[derive(Debug)]
pub struct PyIterator(PyAny);

impl Specific for PyIterator {}

// SAFETY: the C check for `__next__`.
unsafe impl PyTypeCheck for PyIterator {
    const NAME: &'static str = "Iterator";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe { ffi::PyIter_Check(object.as_ptr()) != 0 }
    }
}

impl PyIterator {
    /// An iterator over the object: `iter(object)`. (`PyObject_GetIter`)
    ///
    /// # Errors
    /// `TypeError` if it is not iterable.
    #[inline]
    pub fn from_object<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
        // SAFETY: a live object; returns a new iterator or null.
        unsafe {
            let iterator = Bound::from_owned_ptr_or_err(object.py(), ffi::PyObject_GetIter(object.as_ptr()))?;
            Ok(iterator.downcast_into_unchecked())
        }
    }
}

/// What [`send`](Bound::send) gets back from a generator.
#[derive(Debug)]
pub enum PySendResult<'py> {
    /// It has yielded a value, and can go on.
    Next(Bound<'py, PyAny>),
    /// It has returned a value, and is at its end.
    Return(Bound<'py, PyAny>),
}

impl<'py> Bound<'py, PyIterator> {
    /// Resumes a generator or coroutine with a value: `generator.send(value)`; `None` starts it. (`PyIter_Send`)
    ///
    /// # Errors
    /// What the generator raises; `AttributeError` if it is not one and the value is not `None`.
    #[inline]
    pub fn send(&self, value: impl IntoPyObject<'py>) -> PyResult<PySendResult<'py>> {
        let py = self.py();
        let value = value.lend_pyobject(py)?;
        let mut result = std::ptr::null_mut();
        // SAFETY: both are alive; `result` gets a new reference, or null with an exception.
        unsafe {
            let sent = ffi::PyIter_Send(self.as_ptr(), value.as_ptr(), &raw mut result);
            let result = Bound::from_owned_ptr_or_err(py, result)?;
            Ok(match sent {
                ffi::PYGEN_RETURN => PySendResult::Return(result),
                _ => PySendResult::Next(result),
            })
        }
    }
}

impl<'py> Iterator for Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;

    /// The next item. (`PyIter_NextItem`)
    ///
    /// After an error it depends on the iterator whether it goes on: a `map` does, a generator has ended.
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        next(self)
    }
}

impl<'py> Iterator for &Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        next(self)
    }
}

#[inline]
fn next<'py>(iterator: &Bound<'py, PyIterator>) -> Option<PyResult<Bound<'py, PyAny>>> {
    let py = iterator.py();
    let mut item = std::ptr::null_mut();
    // SAFETY: an iterator; writes a new reference where it returns 1.
    unsafe {
        match ffi::PyIter_NextItem(iterator.as_ptr(), &raw mut item) {
            1 => Some(Ok(Bound::from_owned_ptr(py, item))),
            0 => None,
            _ => Some(Err(PyErr::fetch(py))),
        }
    }
}
