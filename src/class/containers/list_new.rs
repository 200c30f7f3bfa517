//! The beginning of a list, and how it is shown and copied.

use super::item::Given;
use super::list::{ListClass, This, all_objects, collect, extend, with_mut};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, Py, PyAny, Python};
use crate::types::{PyDict, PyIterator, PyList, PyTuple};

/// An empty one: `__init__` fills it, so that a subclass may have another signature.
pub(super) fn new<L: ListClass>(
    _arguments: &Bound<'_, PyTuple>,
    _keywords: &Bound<'_, PyDict>,
) -> L::Initial {
    L::make(Vec::new())
}

pub(super) fn init<L: ListClass>(slf: This<'_, '_, L>, iterable: Given<'_, '_>) -> PyResult<()> {
    let removed = with_mut::<L, _>(slf, std::mem::take)?;
    drop(removed);
    match iterable.0 {
        Some(iterable) => {
            let new = collect::<L>(iterable)?;
            with_mut::<L, _>(slf, |items| items.extend(new))
        }
        None => Ok(()),
    }
}

/// The items by position, as long as there are any.
pub(super) fn iter<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<Py<PyIterator>> {
    // SAFETY: a live object; returns a new iterator or null.
    unsafe {
        let iterator = Bound::from_owned_ptr_or_err(slf.py(), ffi::PySeqIter_New(slf.as_ptr()))?;
        Ok(iterator.downcast_into_unchecked().unbind())
    }
}

/// Who is being shown.
pub(super) struct Shown<'a, 'py>(&'a Bound<'py, PyAny>);

impl<'a, 'py> Shown<'a, 'py> {
    /// `None` if it is inside of itself.
    #[inline]
    pub(super) fn begin(object: &'a Bound<'py, PyAny>) -> PyResult<Option<Self>> {
        // SAFETY: a live object.
        match unsafe { ffi::Py_ReprEnter(object.as_ptr()) } {
            0 => Ok(Some(Shown(object))),
            1.. => Ok(None),
            _ => Err(PyErr::fetch(object.py())),
        }
    }
}

impl Drop for Shown<'_, '_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: a live object, of which `begin` has told the interpreter.
        unsafe { ffi::Py_ReprLeave(self.0.as_ptr()) };
    }
}

/// `Name(contents)`.
#[inline]
pub(super) fn call_text<'py>(object: &Bound<'py, PyAny>, contents: Bound<'py, PyAny>) -> PyResult<Py<PyAny>> {
    let py = object.py();
    let name = object.get_type().getattr("__name__")?;
    Ok(name.add(native(py, "(")?)?.add(contents)?.add(native(py, ")")?)?.unbind())
}

pub(super) fn repr<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    let py = slf.py();
    let shown = Shown::begin(slf)?;
    let contents = match &shown {
        Some(_) => PyList::new(py, all_objects::<L>(slf)?)?.repr()?.into_any(),
        None => native(py, "[...]")?,
    };
    call_text(slf, contents)
}

/// Text as names are.
#[inline]
pub(super) fn native<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    let text = crate::types::PyString::new(py, text);
    // SAFETY: a new reference, or null with an exception.
    unsafe { Bound::from_owned_ptr_or_err(py, ffi::native_text(text.into_ptr())) }
}

/// What `pickle` and `copy` make an equal one of: an empty one of the same class, its attributes, and iterators over what is
/// appended and what is set.
#[inline]
pub(super) fn reduced<'py>(
    object: &Bound<'py, PyAny>,
    items: Option<Bound<'py, PyAny>>,
    pairs: Option<Bound<'py, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let py = object.py();
    // As `object.__reduce__` does it, past `__init__`; but 2.7 refuses `Class.__new__` of a class that is not static.
    let (new, class) = if cfg!(Py_2) {
        (object.get_type().into_any(), PyTuple::empty(py).into_any())
    } else {
        (py.import("copyreg")?.getattr("__newobj__")?, PyTuple::new(py, [object.get_type()])?.into_any())
    };
    let none = || py.None().into_any();
    let state = object.getattr_opt("__dict__")?.unwrap_or_else(none);
    let parts = [new, class, state, items.unwrap_or_else(none), pairs.unwrap_or_else(none)];
    Ok(PyTuple::new(py, parts)?.into_any().unbind())
}

pub(super) fn reduce<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    let items = PyList::new(slf.py(), all_objects::<L>(slf)?)?;
    reduced(slf, Some(items.as_any().try_iter()?.into_any()), None)
}

/// In place, with any iterable.
pub(super) fn iadd<L: ListClass>(slf: This<'_, '_, L>, other: &Bound<'_, PyAny>) -> PyResult<()> {
    extend::<L>(slf, other)
}

/// `Class[item]`, for type hints.
#[cfg(Py_3_9)]
#[allow(clippy::extra_unused_type_parameters)] // all rows have it
pub(super) fn class_getitem<'py, L>(
    class: &Bound<'py, crate::types::PyType>,
    item: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, crate::types::PyGenericAlias>> {
    let arguments = match item.downcast::<PyTuple>() {
        Ok(items) => items.clone(),
        Err(_) => PyTuple::new(class.py(), [item])?,
    };
    crate::types::PyGenericAlias::new(class.as_any(), &arguments)
}
