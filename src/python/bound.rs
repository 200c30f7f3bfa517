//! `Bound`: one counted reference, tied to the token.

use super::type_info::Specific;
use super::{Py, PyAny, PyTypeCheck, PyTypeInfo, Python, refcount};
use crate::err::{DowncastError, DowncastIntoError, PyErr, PyResult};
use crate::ffi;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

/// A counted reference to a Python object of type `T`, on a thread that is attached.
///
/// `T` is a marker (`PyDict`, `PyAny`, an exception) or a Rust type that is a Python class. The methods are inherent;
/// what all objects can do comes from `Bound<'py, PyAny>`, to which every `Bound` dereferences. A clone is a further
/// reference to the same object.
///
/// ```
/// use pyrules::{PyDict, Python};
///
/// Python::attach(|py| {
///     let dict = PyDict::new(py);
///     dict.set_item("answer", 42)?;
///     let same = dict.clone();
///     assert!(same.is(&dict));
///     assert_eq!(same.len(), 1);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[repr(transparent)]
pub struct Bound<'py, T = PyAny> {
    object: Address,
    // What keeps a `Bound` on its thread is the token alone, so that the compiler has one reason to give.
    _token: PhantomData<(Python<'py>, fn() -> T)>,
}

/// An object's address.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq)]
struct Address(NonNull<ffi::PyObject>);

// SAFETY: an address does nothing by itself.
unsafe impl Send for Address {}
// SAFETY: as for `Send`.
unsafe impl Sync for Address {}

impl<'py, T> Bound<'py, T> {
    /// The token that this reference is tied to.
    #[inline]
    pub fn py(&self) -> Python<'py> {
        // SAFETY: a `Bound<'py, T>` exists only while the thread is attached for `'py`.
        unsafe { Python::assume_attached() }
    }

    /// The object's address, for the C API. The reference stays here.
    #[inline]
    pub fn as_ptr(&self) -> *mut ffi::PyObject {
        self.object.0.as_ptr()
    }

    /// The object's address together with the reference, which the caller now owns.
    #[inline]
    pub fn into_ptr(self) -> *mut ffi::PyObject {
        ManuallyDrop::new(self).object.0.as_ptr()
    }

    /// Takes over the one reference that comes with `object`, without a check of the type.
    ///
    /// # Safety
    /// `object` carries one reference that nobody else will release, and is a `T`.
    #[inline]
    pub(crate) unsafe fn from_owned(_: Python<'py>, object: NonNull<ffi::PyObject>) -> Self {
        Bound { object: Address(object), _token: PhantomData }
    }

    /// The same reference as one to any object.
    #[inline]
    pub fn as_any(&self) -> &Bound<'py, PyAny> {
        // SAFETY: `Bound` is transparent and has the same layout for each `T`; every object is a `PyAny`.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }

    /// The same reference as one to any object.
    #[inline]
    pub fn into_any(self) -> Bound<'py, PyAny> {
        let object = ManuallyDrop::new(self).object;
        Bound { object, _token: PhantomData }
    }

    /// Unties the reference from the token, so that it can be stored.
    #[inline]
    pub fn unbind(self) -> Py<T> {
        let object = ManuallyDrop::new(self).object;
        // SAFETY: the reference moves from `self` to the result.
        unsafe { Py::from_owned(object.0) }
    }

    /// A further reference that is not tied to the token.
    #[inline]
    pub fn to_unbound(&self) -> Py<T> {
        self.clone().unbind()
    }

    /// Whether both are the same object (`is` in Python).
    #[inline]
    pub fn is<U>(&self, other: &Bound<'py, U>) -> bool {
        self.object == other.object
    }

    /// The number of references to the object (`Py_REFCNT`), for tests.
    pub fn refcount(&self) -> isize {
        // SAFETY: `self` keeps the object alive.
        unsafe { refcount::count(self.object.0) }
    }

    /// The same reference with another type.
    ///
    /// # Safety
    /// The object is a `U`.
    #[inline]
    pub unsafe fn downcast_unchecked<U>(&self) -> &Bound<'py, U> {
        // SAFETY: `Bound` is transparent and has the same layout for each `T`; the caller vouches for the type.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }

    /// The same reference with another type.
    ///
    /// # Safety
    /// The object is a `U`.
    #[inline]
    pub unsafe fn downcast_into_unchecked<U>(self) -> Bound<'py, U> {
        let object = ManuallyDrop::new(self).object;
        Bound { object, _token: PhantomData }
    }
}

/// Looking at the type, and taking references from C.
impl<'py> Bound<'py, PyAny> {
    /// The object as a `T` if it is an instance of `T` or of a subclass.
    ///
    /// ```
    /// use pyrules::{PyDict, PyList, Python};
    ///
    /// Python::attach(|py| {
    ///     let object = py.eval("{'a': 1}", None, None)?;
    ///     assert_eq!(object.downcast::<PyDict>()?.len(), 1);
    ///     let error = object.downcast::<PyList>().unwrap_err();
    ///     assert_eq!(error.to_string(), "expected list, got dict");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn downcast<T: PyTypeCheck>(&self) -> Result<&Bound<'py, T>, DowncastError<'_, 'py>> {
        if T::type_check(self) {
            // SAFETY: just checked.
            Ok(unsafe { self.downcast_unchecked() })
        } else {
            Err(DowncastError::new(self, T::NAME))
        }
    }

    /// Like [`downcast`](Self::downcast), by value: the error gives the object back.
    #[inline]
    pub fn downcast_into<T: PyTypeCheck>(self) -> Result<Bound<'py, T>, DowncastIntoError<'py>> {
        if T::type_check(&self) {
            // SAFETY: just checked.
            Ok(unsafe { self.downcast_into_unchecked() })
        } else {
            Err(DowncastIntoError::new(self, T::NAME))
        }
    }

    /// The object as a `T` if its type is `T` itself, not a subclass.
    #[inline]
    pub fn downcast_exact<T: PyTypeInfo>(&self) -> Result<&Bound<'py, T>, DowncastError<'_, 'py>> {
        if T::is_exact(self) {
            // SAFETY: just checked.
            Ok(unsafe { self.downcast_unchecked() })
        } else {
            Err(DowncastError::new(self, T::NAME))
        }
    }

    /// Like [`downcast_exact`](Self::downcast_exact), by value: the error gives the object back.
    #[inline]
    pub fn downcast_into_exact<T: PyTypeInfo>(self) -> Result<Bound<'py, T>, DowncastIntoError<'py>> {
        if T::is_exact(&self) {
            // SAFETY: just checked.
            Ok(unsafe { self.downcast_into_unchecked() })
        } else {
            Err(DowncastIntoError::new(self, T::NAME))
        }
    }

    /// Takes over a new reference from the C API.
    ///
    /// # Panics
    /// If `object` is null.
    ///
    /// # Safety
    /// `object` is null or carries one reference that nobody else will release.
    #[inline]
    #[track_caller]
    pub unsafe fn from_owned_ptr(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        let object = NonNull::new(object).expect("an object, not a null pointer");
        // SAFETY: forwarded from the caller; every object is a `PyAny`.
        unsafe { Self::from_owned(py, object) }
    }

    /// Takes over a new reference from the C API; null is `None`.
    ///
    /// # Safety
    /// `object` is null or carries one reference that nobody else will release.
    #[inline]
    pub unsafe fn from_owned_ptr_or_opt(py: Python<'py>, object: *mut ffi::PyObject) -> Option<Self> {
        // SAFETY: forwarded from the caller; every object is a `PyAny`.
        NonNull::new(object).map(|object| unsafe { Self::from_owned(py, object) })
    }

    /// Takes over a new reference from the C API; null is the exception that is set.
    ///
    /// # Safety
    /// `object` is null with an exception set, or carries one reference that nobody else will release.
    #[inline]
    pub unsafe fn from_owned_ptr_or_err(py: Python<'py>, object: *mut ffi::PyObject) -> PyResult<Self> {
        match NonNull::new(object) {
            // SAFETY: forwarded from the caller; every object is a `PyAny`.
            Some(object) => Ok(unsafe { Self::from_owned(py, object) }),
            None => Err(PyErr::fetch(py)),
        }
    }

    /// Takes a further reference to an object that somebody else keeps alive for now.
    ///
    /// # Panics
    /// If `object` is null.
    ///
    /// # Safety
    /// `object` is null or alive.
    #[inline]
    #[track_caller]
    pub unsafe fn from_borrowed_ptr(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        let object = NonNull::new(object).expect("an object, not a null pointer");
        // SAFETY: the caller says that the object is alive; the new reference is ours.
        unsafe { Self::from_owned(py, refcount::retain(object)) }
    }

    /// Takes a further reference to an object that somebody else keeps alive for now; null is `None`.
    ///
    /// # Safety
    /// `object` is null or alive.
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_opt(py: Python<'py>, object: *mut ffi::PyObject) -> Option<Self> {
        // SAFETY: the caller says that the object is alive; the new reference is ours.
        NonNull::new(object).map(|object| unsafe { Self::from_owned(py, refcount::retain(object)) })
    }

    /// Takes a further reference to an object that somebody else keeps alive for now; null is the exception that is set.
    ///
    /// # Safety
    /// `object` is null with an exception set, or alive.
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_err(py: Python<'py>, object: *mut ffi::PyObject) -> PyResult<Self> {
        // SAFETY: forwarded from the caller.
        unsafe { Self::from_borrowed_ptr_or_opt(py, object) }.ok_or_else(|| PyErr::fetch(py))
    }

    /// Lends a place that holds an object's address as a reference to that object: no count is touched.
    ///
    /// # Safety
    /// `*object` is not null, and is kept alive and in place by somebody else for `'a`.
    #[inline]
    pub(crate) unsafe fn from_ptr_ref<'a>(_: Python<'py>, object: &'a *mut ffi::PyObject) -> &'a Self {
        // SAFETY: `Bound` is transparent over a non-null pointer; it is only lent, hence never dropped.
        unsafe { &*std::ptr::from_ref(object).cast() }
    }
}

impl<'py, T> Deref for Bound<'py, T>
where
    T: Specific,
{
    type Target = Bound<'py, PyAny>;

    #[inline]
    fn deref(&self) -> &Bound<'py, PyAny> {
        self.as_any()
    }
}

impl<T> Clone for Bound<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        // SAFETY: `self` keeps the object alive, and proves the attachment.
        Bound { object: Address(unsafe { refcount::retain(self.object.0) }), _token: PhantomData }
    }
}

impl<T> Drop for Bound<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: `self` owns one reference, and proves the attachment.
        unsafe { refcount::release(self.object.0) }
    }
}
