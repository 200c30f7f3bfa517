//! The type, instances of it, and the conversion to Rust.

use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, FromPyObject, PyAny, PyTypeCheck, PyTypeInfo};
use crate::types::{PySuper, PyType};

/// The type, instances of it, and the conversion to Rust.
impl<'py> Bound<'py, PyAny> {
    /// The object's type: `type(self)`. (`Py_TYPE`)
    #[inline]
    pub fn get_type(&self) -> Bound<'py, PyType> {
        // SAFETY: the object is alive and keeps its type so.
        unsafe { Bound::from_borrowed_ptr(self.py(), self.get_type_ptr().cast()).downcast_into_unchecked() }
    }

    /// The address of the object's type, borrowed from the object. (`Py_TYPE`)
    #[inline]
    pub fn get_type_ptr(&self) -> *mut ffi::PyTypeObject {
        // SAFETY: the object is alive.
        unsafe { ffi::Py_TYPE(self.as_ptr()) }
    }

    /// Whether the object is an instance of the class, or of one of the classes in a tuple:
    /// `isinstance(self, class)`. (`PyObject_IsInstance`)
    ///
    /// # Errors
    /// `TypeError` if `class` is no class, and what `__instancecheck__` raises.
    #[inline]
    pub fn is_instance(&self, class: &Bound<'py, PyAny>) -> PyResult<bool> {
        // SAFETY: both are alive.
        let is = unsafe { ffi::PyObject_IsInstance(self.as_ptr(), class.as_ptr()) };
        Ok(error_on_minus_one(self.py(), is)? == 1)
    }

    /// Whether the object is a `T`, or of a subclass.
    ///
    /// ```
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     let truth = py.eval("True", None, None)?;
    ///     assert!(truth.is_instance_of::<PyInt>() && !truth.is_exact_instance_of::<PyInt>());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn is_instance_of<T: PyTypeCheck>(&self) -> bool {
        T::type_check(self)
    }

    /// Whether the object's type is that class, not a subclass: `type(self) is class`.
    #[inline]
    pub fn is_exact_instance(&self, class: &Bound<'py, PyAny>) -> bool {
        self.get_type_ptr().cast() == class.as_ptr()
    }

    /// Whether the object's type is `T` itself, not a subclass.
    #[inline]
    pub fn is_exact_instance_of<T: PyTypeInfo>(&self) -> bool {
        T::is_exact(self)
    }

    /// The object as a Rust value. Those that borrow (`&str`, `&Bound<'_, PyDict>`) do so from `self`.
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let object = py.eval("[1, 2, 3]", None, None)?;
    ///     assert_eq!(object.extract::<Vec<u8>>()?, [1, 2, 3]);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` for an object of another type, `OverflowError` for an integer out of range.
    #[inline]
    pub fn extract<'a, T>(&'a self) -> PyResult<T>
    where
        T: FromPyObject<'a, 'py>,
    {
        T::extract(self)
    }

    /// What `super()` is in a method of the object's class.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn py_super(&self) -> PyResult<Bound<'py, PySuper>> {
        PySuper::new(&self.get_type(), self)
    }
}
