//! `Py`: one counted reference that can be stored, sent and shared.

use super::{Bound, PyAny, Python, refcount};
use crate::ffi;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A counted reference to a Python object of type `T`, not tied to any thread: what Rust structs store.
///
/// It is `Send` and `Sync`, and does nothing by itself: [`bind`](Self::bind) lends it as a [`Bound`] to who has a token.
/// It can be dropped anywhere. Where the thread is not attached just then, the reference is released by the next thread
/// that is; after the interpreter's end it is not released at all.
///
/// There is no `Clone`, since counting needs the token: [`clone_ref`](Self::clone_ref).
///
/// ```
/// use pyrules::{Py, PyList, Python};
///
/// let list: Py<PyList> = Python::attach(|py| PyList::empty(py).unbind());
/// std::thread::spawn(move || {
///     Python::attach(|py| list.bind(py).append(1))
/// })
/// .join()
/// .unwrap()?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[repr(transparent)]
pub struct Py<T = PyAny> {
    object: NonNull<ffi::PyObject>,
    _type: PhantomData<fn() -> T>,
}

/// A stored reference to any Python object.
pub type PyObject = Py<PyAny>;

// SAFETY: the object is reached only with a token, that is, attached; the count is touched only attached.
unsafe impl<T> Send for Py<T> {}
// SAFETY: as for `Send`.
unsafe impl<T> Sync for Py<T> {}

impl<T> Py<T> {
    /// # Safety
    /// `object` carries one reference that nobody else will release, and is a `T`.
    #[inline]
    pub(super) unsafe fn from_owned(object: NonNull<ffi::PyObject>) -> Self {
        Py { object, _type: PhantomData }
    }

    /// Lends the reference to who is attached.
    #[inline]
    pub fn bind<'py>(&self, _: Python<'py>) -> &Bound<'py, T> {
        // SAFETY: `Py` and `Bound` are both transparent over the same pointer; `self` keeps the reference, the token
        // proves the attachment.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }

    /// Ties the reference to the token, by value.
    #[inline]
    pub fn into_bound(self, py: Python<'_>) -> Bound<'_, T> {
        let object = ManuallyDrop::new(self).object;
        // SAFETY: the reference moves from `self` to the result.
        unsafe { Bound::from_owned(py, object) }
    }

    /// A further reference to the same object.
    #[inline]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        self.bind(py).to_unbound()
    }

    /// Gives the reference back now. A drop does the same, and has to ask first whether the thread is attached.
    #[inline]
    pub fn drop_ref(self, py: Python<'_>) {
        drop(self.into_bound(py));
    }

    /// Whether both are the same object (`is` in Python). Needs no token.
    #[inline]
    pub fn is<U>(&self, other: &Py<U>) -> bool {
        self.object == other.object
    }

    /// The same reference as one to any object.
    #[inline]
    pub fn into_any(self) -> Py<PyAny> {
        let object = ManuallyDrop::new(self).object;
        Py { object, _type: PhantomData }
    }

    /// The object's address, for the C API. The reference stays here.
    #[inline]
    pub fn as_ptr(&self) -> *mut ffi::PyObject {
        self.object.as_ptr()
    }

    /// The object's address together with the reference, which the caller now owns.
    #[inline]
    pub fn into_ptr(self) -> *mut ffi::PyObject {
        ManuallyDrop::new(self).object.as_ptr()
    }
}

impl Py<PyAny> {
    /// Takes over a new reference from the C API.
    ///
    /// # Panics
    /// If `object` is null.
    ///
    /// # Safety
    /// `object` is null or carries one reference that nobody else will release.
    #[track_caller]
    #[inline]
    pub unsafe fn from_owned_ptr(py: Python<'_>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: forwarded from the caller.
        unsafe { Bound::from_owned_ptr(py, object) }.unbind()
    }

    /// Takes a further reference to an object that somebody else keeps alive for now.
    ///
    /// # Panics
    /// If `object` is null.
    ///
    /// # Safety
    /// `object` is null or alive.
    #[track_caller]
    #[inline]
    pub unsafe fn from_borrowed_ptr(py: Python<'_>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: forwarded from the caller.
        unsafe { Bound::from_borrowed_ptr(py, object) }.unbind()
    }
}

impl<T> Drop for Py<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: `self` owns one reference.
        unsafe { refcount::release_anywhere(self.object) };
    }
}

impl<T> From<Bound<'_, T>> for Py<T> {
    #[inline]
    fn from(object: Bound<'_, T>) -> Self {
        object.unbind()
    }
}

impl<T> From<&Bound<'_, T>> for Py<T> {
    #[inline]
    fn from(object: &Bound<'_, T>) -> Self {
        object.to_unbound()
    }
}

impl<T> std::fmt::Debug for Py<T> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Py({:p})", self.object)
    }
}

/// A stored reference that can be lent to who has a token.
///
/// ```
/// use pyrules::{AsPyRef, PyObject, Python};
///
/// Python::attach(|py| {
///     let object: PyObject = py.eval("'abc'", None, None)?.unbind();
///     assert_eq!(object.as_ref(py).len()?, 3);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
pub trait AsPyRef {
    /// The object's type.
    type Target;

    /// Lends the reference.
    fn as_ref<'py>(&self, py: Python<'py>) -> &Bound<'py, Self::Target>;
}

impl<T> AsPyRef for Py<T> {
    type Target = T;

    #[inline]
    fn as_ref<'py>(&self, py: Python<'py>) -> &Bound<'py, T> {
        self.bind(py)
    }
}
