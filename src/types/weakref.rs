//! Weak references: they do not keep their object alive.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, PyTypeCheck, PyTypeInfo, Python, Specific, native_type};
use std::ptr::null_mut;

native_type! {
    /// Python's `weakref.ref`.
    ///
    /// ```
    /// use pyrules::{PyWeakrefReference, Python};
    ///
    /// Python::attach(|py| {
    ///     let object = py.eval("type('Thing', (), {})", None, None)?.call0()?;
    ///     let weak = PyWeakrefReference::new(&object)?;
    ///     assert!(weak.upgrade().is_some());
    ///     drop(object);
    ///     assert!(weak.upgrade().is_none());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyWeakrefReference = "weakref.ReferenceType", ffi::_PyWeakref_RefType, PyWeakref_CheckRef;
}

/// Python's `weakref.proxy`: it passes on what is done with it to its object, as long as that lives.
///
/// ```
/// use pyrules::{PyWeakrefProxy, Python};
///
/// Python::attach(|py| {
///     let object = py.eval("type('Thing', (), {'size': 3})", None, None)?.call0()?;
///     let proxy = PyWeakrefProxy::new(&object)?;
///     assert_eq!(proxy.getattr("size")?.extract::<i32>()?, 3);
///     drop(object);
///     assert!(proxy.getattr("size").is_err()); // ReferenceError
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[derive(Debug)]
pub struct PyWeakrefProxy(PyAny);

impl Specific for PyWeakrefProxy {}

// SAFETY: the C API's own check for both types of proxies.
unsafe impl PyTypeCheck for PyWeakrefProxy {
    const NAME: &'static str = "weakref.ProxyTypes";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe { ffi::PyWeakref_CheckProxy(object.as_ptr()) != 0 }
    }
}

/// A weak reference of either kind: [`PyWeakrefReference`] or [`PyWeakrefProxy`].
#[derive(Debug)]
pub struct PyWeakref(PyAny);

impl Specific for PyWeakref {}

// SAFETY: the C API's own check for all three types.
unsafe impl PyTypeCheck for PyWeakref {
    const NAME: &'static str = "weakref";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe { ffi::PyWeakref_Check(object.as_ptr()) != 0 }
    }
}

type Make = unsafe extern "C" fn(*mut ffi::PyObject, *mut ffi::PyObject) -> *mut ffi::PyObject;

#[inline]
fn make<'py, T>(
    object: &Bound<'py, PyAny>,
    callback: *mut ffi::PyObject,
    make: Make,
) -> PyResult<Bound<'py, T>> {
    // SAFETY: a live object, and one or null for no callback; returns a new reference or null.
    unsafe {
        let weak = make(object.as_ptr(), callback);
        Ok(Bound::from_owned_ptr_or_err(object.py(), weak)?.downcast_into_unchecked())
    }
}

impl PyWeakrefReference {
    /// A weak reference to the object; there is one for each object. (`PyWeakref_NewRef`)
    ///
    /// # Errors
    /// `TypeError` if the class does not allow it: `int`, `list`, and classes with `__slots__`.
    #[inline]
    pub fn new<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefReference>> {
        make(object, null_mut(), ffi::PyWeakref_NewRef)
    }

    /// Like [`new`](Self::new); when the object goes, `callback` is called with the reference, if that still exists.
    #[inline]
    pub fn new_with<'py>(
        object: &Bound<'py, PyAny>,
        callback: impl IntoPyObject<'py>,
    ) -> PyResult<Bound<'py, PyWeakrefReference>> {
        let callback = callback.lend_pyobject(object.py())?;
        make(object, callback.as_ptr(), ffi::PyWeakref_NewRef)
    }
}

impl PyWeakrefProxy {
    /// A proxy of the object; there is one for each object. (`PyWeakref_NewProxy`)
    ///
    /// # Errors
    /// `TypeError` if the class does not allow it: `int`, `list`, and classes with `__slots__`.
    #[inline]
    pub fn new<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefProxy>> {
        make(object, null_mut(), ffi::PyWeakref_NewProxy)
    }

    /// Like [`new`](Self::new); when the object goes, `callback` is called with the proxy, if that still exists.
    #[inline]
    pub fn new_with<'py>(
        object: &Bound<'py, PyAny>,
        callback: impl IntoPyObject<'py>,
    ) -> PyResult<Bound<'py, PyWeakrefProxy>> {
        let callback = callback.lend_pyobject(object.py())?;
        make(object, callback.as_ptr(), ffi::PyWeakref_NewProxy)
    }
}

#[inline]
fn upgrade<'py>(py: Python<'py>, weak: *mut ffi::PyObject) -> Option<Bound<'py, PyAny>> {
    let mut object = null_mut();
    // SAFETY: a weak reference or proxy; `object` gets a new reference, or null when the object is gone.
    unsafe {
        let found = ffi::PyWeakref_GetRef(weak, &raw mut object);
        debug_assert!(found >= 0, "not a weak reference");
        Bound::from_owned_ptr_or_opt(py, object)
    }
}

/// What all kinds of weak references can do.
macro_rules! weakref_methods {
    ($($Type:ident)*) => { $(
        impl<'py> Bound<'py, $Type> {
            /// The object, if it still exists. (`PyWeakref_GetRef`)
            #[inline]
            pub fn upgrade(&self) -> Option<Bound<'py, PyAny>> {
                upgrade(self.py(), self.as_ptr())
            }

            /// The object as a `T`, if it still exists.
            ///
            /// # Errors
            /// `TypeError` if it is no instance of `T`.
            #[inline]
            pub fn upgrade_as<T: PyTypeCheck>(&self) -> PyResult<Option<Bound<'py, T>>> {
                self.upgrade().map(|object| Ok(object.downcast_into()?)).transpose()
            }

            /// The object as a `T`, if it still exists; a subclass will not do.
            ///
            /// # Errors
            /// `TypeError` if its type is not `T`.
            #[inline]
            pub fn upgrade_as_exact<T: PyTypeInfo>(&self) -> PyResult<Option<Bound<'py, T>>> {
                self.upgrade().map(|object| Ok(object.downcast_into_exact()?)).transpose()
            }

            /// The object as a `T`, if it still exists.
            ///
            /// # Safety
            /// The object is a `T`.
            #[inline]
            pub unsafe fn upgrade_as_unchecked<T>(&self) -> Option<Bound<'py, T>> {
                // SAFETY: forwarded from the caller.
                self.upgrade().map(|object| unsafe { object.downcast_into_unchecked() })
            }
        }
    )* };
}

weakref_methods! { PyWeakref PyWeakrefReference PyWeakrefProxy }
