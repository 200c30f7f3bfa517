//! `type`.

use super::{PyString, PyTuple};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeInfo, Python, native_type};
use std::borrow::Cow;
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
use std::ffi::CStr;

native_type! {
    /// A class.
    PyType = "type", ffi::PyType_Type, PyType_Check;
}

impl<'py> Python<'py> {
    /// The class that `T` stands for.
    ///
    /// ```
    /// use pyrules::{PyInt, PyType, Python};
    ///
    /// Python::attach(|py| {
    ///     assert_eq!(py.get_type::<PyInt>().name()?, "int");
    ///     assert!(py.get_type::<PyType>().is_exact_instance_of::<PyType>());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn get_type<T: PyTypeInfo>(self) -> Bound<'py, PyType> {
        PyType::new::<T>(self)
    }
}

impl PyType {
    /// The class that `T` stands for; [`Python::get_type`] is the same.
    #[inline]
    pub fn new<T: PyTypeInfo>(py: Python<'_>) -> Bound<'_, PyType> {
        // SAFETY: `PyTypeInfo` says that the type object is alive.
        unsafe { PyType::from_borrowed_type_ptr(py, T::type_object_raw(py)) }
    }

    /// Takes a further reference to a type object from the C API.
    ///
    /// # Panics
    /// If `ptr` is null.
    ///
    /// # Safety
    /// `ptr` is null or a type object that is alive.
    #[inline]
    #[track_caller]
    pub unsafe fn from_borrowed_type_ptr(py: Python<'_>, ptr: *mut ffi::PyTypeObject) -> Bound<'_, PyType> {
        // SAFETY: forwarded from the caller; a type object is a `type`.
        unsafe { Bound::from_borrowed_ptr(py, ptr.cast()).downcast_into_unchecked() }
    }
}

impl<'py> Bound<'py, PyType> {
    /// The type object's address, for the C API. The reference stays here.
    #[inline]
    pub fn as_type_ptr(&self) -> *mut ffi::PyTypeObject {
        self.as_ptr().cast()
    }

    /// The name of the class: its `__name__`.
    ///
    /// # Errors
    /// What a metaclass raises that has its own.
    #[inline]
    pub fn name(&self) -> PyResult<String> {
        self.text("__name__")
    }

    /// The dotted name inside the module: its `__qualname__`. On 2.7, which has none, `__name__`.
    ///
    /// # Errors
    /// What a metaclass raises that has its own.
    #[inline]
    pub fn qualname(&self) -> PyResult<String> {
        match self.getattr_opt("__qualname__")? {
            Some(name) => text(&name),
            None => self.name(),
        }
    }

    /// The name of the module that defines the class: its `__module__`.
    ///
    /// # Errors
    /// `AttributeError` if a class has lost it, `TypeError` if it is no text.
    #[inline]
    pub fn module(&self) -> PyResult<String> {
        self.text("__module__")
    }

    /// Module and dotted name, as in a traceback: `collections.abc.Mapping`; the name alone for a builtin and for the
    /// main module. (`PyType_GetFullyQualifiedName`)
    ///
    /// ```
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     assert_eq!(py.get_type::<PyInt>().fully_qualified_name()?, "int");
    ///     let decoder = py.import("json.decoder")?.getattr("JSONDecoder")?;
    ///     let decoder = decoder.downcast::<pyrules::PyType>()?;
    ///     assert_eq!(decoder.fully_qualified_name()?, "json.decoder.JSONDecoder");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// What a metaclass raises that has its own attributes.
    #[inline]
    pub fn fully_qualified_name(&self) -> PyResult<String> {
        let name = self.qualname()?;
        match self.getattr_opt("__module__")? {
            Some(module) if module.is_instance_of::<PyString>() || cfg!(Py_2) => {
                let module = text(&module)?;
                let plain = matches!(module.as_str(), "builtins" | "__builtin__" | "__main__");
                Ok(if plain { name } else { format!("{module}.{name}") })
            }
            _ => Ok(name),
        }
    }

    /// The name for a message, which nothing can override: that of the C struct without the module.
    #[inline]
    pub(crate) fn short_name(&self) -> PyResult<Cow<'_, str>> {
        #[cfg(not(any(Py_LIMITED_API, PyPy)))]
        {
            // SAFETY: the type is alive, and so is its name, which ends with a zero.
            let name = unsafe { CStr::from_ptr((*self.as_type_ptr()).tp_name) }.to_bytes();
            let start = name.iter().rposition(|byte| *byte == b'.').map_or(0, |dot| dot + 1);
            Ok(String::from_utf8_lossy(&name[start..]))
        }
        #[cfg(any(Py_LIMITED_API, PyPy))]
        self.name().map(Cow::Owned)
    }

    #[inline]
    fn text(&self, attribute: &str) -> PyResult<String> {
        text(&self.getattr(attribute)?)
    }

    /// Whether the class is `other` or derives from it: `issubclass(self, other)`; `other` may also be a tuple of
    /// classes. (`PyObject_IsSubclass`)
    ///
    /// # Errors
    /// `TypeError` if `other` is no class, and what `__subclasscheck__` raises.
    #[inline]
    pub fn is_subclass(&self, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        // SAFETY: both are alive.
        let is = unsafe { ffi::PyObject_IsSubclass(self.as_ptr(), other.as_ptr()) };
        Ok(error_on_minus_one(self.py(), is)? == 1)
    }

    /// Whether the class is `T` or derives from it.
    ///
    /// ```
    /// use pyrules::exceptions::{PyKeyError, PyLookupError};
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     assert!(py.get_type::<PyKeyError>().is_subclass_of::<PyLookupError>()?);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// What `__subclasscheck__` raises.
    #[inline]
    pub fn is_subclass_of<T: PyTypeInfo>(&self) -> PyResult<bool> {
        self.is_subclass(&self.py().get_type::<T>())
    }

    /// The class itself and those that it inherits from, in the order in which attributes are looked up: its `__mro__`.
    ///
    /// # Errors
    /// `TypeError` if a metaclass has its own that is no tuple.
    #[inline]
    pub fn mro(&self) -> PyResult<Bound<'py, PyTuple>> {
        Ok(self.getattr("__mro__")?.downcast_into()?)
    }

    /// The classes that it derives from directly: its `__bases__`.
    ///
    /// # Errors
    /// `TypeError` if a metaclass has its own that is no tuple.
    #[inline]
    pub fn bases(&self) -> PyResult<Bound<'py, PyTuple>> {
        Ok(self.getattr("__bases__")?.downcast_into()?)
    }
}

/// The text of a name. On 2.7 names are its `str`, which `str()` makes text of.
#[inline]
fn text(name: &Bound<'_, PyAny>) -> PyResult<String> {
    #[cfg(Py_2)]
    if name.is_instance_of::<super::PyBytes>() {
        return Ok(name.str()?.to_string_lossy().into_owned());
    }
    Ok(name.downcast::<PyString>()?.to_string_lossy().into_owned())
}
