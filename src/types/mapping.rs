//! Mappings: whatever has values by key, and the read-only view of one.

use super::imported::imported_class;
use super::{PyIterator, PyList, PyType};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, PyTypeCheck, Specific, native_type};

/// A `dict`, or an instance of a class that is a `collections.abc.Mapping`, registered ones included.
///
/// ```
/// use pyrules::{PyMapping, Python};
///
/// Python::attach(|py| {
///     let environ = py.import("os")?.get("environ")?;
///     let environ = environ.downcast::<PyMapping>()?;
///     assert!(environ.len()? > 0);
///     assert!(environ.get_item("no such variable").is_err());
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[derive(Debug)]
pub struct PyMapping(PyAny);

impl Specific for PyMapping {}

// SAFETY: the methods below call the mapping protocol, which checks for itself whether an object has it.
unsafe impl PyTypeCheck for PyMapping {
    const NAME: &'static str = "Mapping";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        let native = unsafe { ffi::PyDict_Check(object.as_ptr()) != 0 };
        native || super::sequence::abstract_check(object, abstract_mapping)
    }
}

imported_class! {
    #[inline]
    fn abstract_mapping = ["collections.abc", "collections"], "Mapping";
}

impl PyMapping {
    /// Registers a class as a `collections.abc.Mapping`, so that its instances are taken for one.
    #[inline]
    pub fn register(class: &Bound<'_, PyType>) -> PyResult<()> {
        abstract_mapping(class.py())?.call_method1("register", (class,)).map(drop)
    }
}

impl<'py> Bound<'py, PyMapping> {
    /// The number of items. (`PyMapping_Size`)
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: a live object.
        let len = unsafe { ffi::PyMapping_Size(self.as_ptr()) };
        error_on_minus_one(self.py(), len).map(|len| len as usize)
    }

    /// Whether there are no items.
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.len().map(|len| len == 0)
    }

    /// Whether the key is there: `key in mapping`. (`PySequence_Contains`)
    #[inline]
    pub fn contains(&self, key: impl IntoPyObject<'py>) -> PyResult<bool> {
        let key = key.lend_pyobject(self.py())?;
        // SAFETY: both are alive.
        let found = unsafe { ffi::PySequence_Contains(self.as_ptr(), key.as_ptr()) };
        Ok(error_on_minus_one(self.py(), found)? != 0)
    }

    /// The value of a key. (`PyObject_GetItem`)
    ///
    /// # Errors
    /// `KeyError` if the key is not there.
    #[inline]
    pub fn get_item(&self, key: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_any().get_item(key)
    }

    /// Gives a key its value. (`PyObject_SetItem`)
    #[inline]
    pub fn set_item(&self, key: impl IntoPyObject<'py>, value: impl IntoPyObject<'py>) -> PyResult<()> {
        self.as_any().set_item(key, value)
    }

    /// Removes a key. (`PyObject_DelItem`)
    ///
    /// # Errors
    /// `KeyError` if the key is not there.
    #[inline]
    pub fn del_item(&self, key: impl IntoPyObject<'py>) -> PyResult<()> {
        self.as_any().del_item(key)
    }

    /// A list of the keys.
    #[inline]
    pub fn keys(&self) -> PyResult<Bound<'py, PyList>> {
        self.listed("keys")
    }

    /// A list of the values.
    #[inline]
    pub fn values(&self) -> PyResult<Bound<'py, PyList>> {
        self.listed("values")
    }

    /// A list of the items, as pairs.
    #[inline]
    pub fn items(&self) -> PyResult<Bound<'py, PyList>> {
        self.listed("items")
    }

    #[inline]
    fn listed(&self, method: &str) -> PyResult<Bound<'py, PyList>> {
        let parts = self.call_method0(method)?;
        // SAFETY: a live object; returns a new list or null.
        unsafe {
            let list = Bound::from_owned_ptr_or_err(self.py(), ffi::PySequence_List(parts.as_ptr()))?;
            Ok(list.downcast_into_unchecked())
        }
    }
}

native_type! {
    /// Python's `types.MappingProxyType`, a read-only view of a mapping: what `type.__dict__` is.
    ///
    /// ```
    /// use pyrules::{PyDict, PyMappingProxy, Python};
    ///
    /// Python::attach(|py| {
    ///     let dict = PyDict::new(py);
    ///     let view = PyMappingProxy::new(dict.as_mapping())?;
    ///     dict.set_item("a", 1)?;
    ///     assert_eq!(view.len()?, 1);
    ///     assert!(view.set_item("b", 2).is_err());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyMappingProxy = "mappingproxy", ffi::PyDictProxy_Type, _;
}

impl PyMappingProxy {
    /// A view of the mapping. (`PyDictProxy_New`)
    ///
    /// # Errors
    /// `TypeError` if it is no mapping; on 2.7, where the view is that of a class, if it is no dict.
    #[inline]
    pub fn new<'py>(mapping: &Bound<'py, PyMapping>) -> PyResult<Bound<'py, PyMappingProxy>> {
        // SAFETY: a live object; returns a new reference or null.
        unsafe {
            let view = Bound::from_owned_ptr_or_err(mapping.py(), ffi::PyDictProxy_New(mapping.as_ptr()))?;
            Ok(view.downcast_into_unchecked())
        }
    }
}

impl<'py> Bound<'py, PyMappingProxy> {
    /// The same view as a mapping.
    #[inline]
    pub fn as_mapping(&self) -> &Bound<'py, PyMapping> {
        // SAFETY: it is one, if a read-only one.
        unsafe { self.downcast_unchecked() }
    }

    /// A copy of what is viewed: `view.copy()`.
    #[inline]
    pub fn copy(&self) -> PyResult<Bound<'py, PyAny>> {
        self.call_method0("copy")
    }

    /// A list of the keys.
    #[inline]
    pub fn keys(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().keys()
    }

    /// A list of the values.
    #[inline]
    pub fn values(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().values()
    }

    /// A list of the items, as pairs.
    #[inline]
    pub fn items(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().items()
    }

    /// The keys in order. (`PyObject_GetIter`)
    #[inline]
    pub fn try_iter(&self) -> PyResult<Bound<'py, PyIterator>> {
        PyIterator::from_object(self)
    }
}
