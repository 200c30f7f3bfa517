//! The tuples that hold the names of keyword arguments, kept.
//!
//! Who calls with keywords calls with the same ones again and again, and gives them by `intern!`. As C code keeps such a tuple in a
//! `static`, a table of fixed size keeps those of interned names. Each entry lasts until another one needs its place.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python, in_only_interpreter};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering::Relaxed};

/// What is kept is that of the only interpreter. Without the GIL an entry could change while it is looked at.
const ENABLED: bool = cfg!(all(Py_3_8, not(any(Py_GIL_DISABLED, Py_LIMITED_API, PyPy))));
const ENTRIES: usize = 64;

/// Owned references, or null.
static TABLE: [AtomicPtr<ffi::PyObject>; ENTRIES] = [const { AtomicPtr::new(null_mut()) }; ENTRIES];

/// A tuple of these names.
#[inline]
pub(super) fn names_tuple<'py>(py: Python<'py>, names: &[*mut ffi::PyObject]) -> PyResult<Bound<'py, PyAny>> {
    if !ENABLED || !in_only_interpreter() {
        return new(py, names);
    }
    let (Some(first), Some(last)) = (names.first(), names.last()) else { return new(py, names) };
    let address = (first.addr() >> 4) ^ (last.addr() >> 6) ^ names.len();
    let entry = &TABLE[(address ^ (address >> 8)) % ENTRIES];
    // SAFETY: the entry's reference, which nobody takes away while we are attached.
    match unsafe { Bound::from_borrowed_ptr_or_opt(py, entry.load(Relaxed)) } {
        Some(tuple) if is_of(&tuple, names) => Ok(tuple),
        _ => make(py, entry, names),
    }
}

/// Whether the items of a tuple are these objects.
#[inline]
fn is_of(tuple: &Bound<'_, PyAny>, names: &[*mut ffi::PyObject]) -> bool {
    // SAFETY: a tuple, and places in it.
    unsafe {
        ffi::PyTuple_GET_SIZE(tuple.as_ptr()) == names.len() as ffi::Py_ssize_t
            && (0..).zip(names).all(|(index, name)| ffi::PyTuple_GET_ITEM(tuple.as_ptr(), index) == *name)
    }
}

#[cold]
fn make<'py>(
    py: Python<'py>,
    entry: &AtomicPtr<ffi::PyObject>,
    names: &[*mut ffi::PyObject],
) -> PyResult<Bound<'py, PyAny>> {
    let tuple = new(py, names)?;
    if names.iter().all(|name| is_interned(*name)) {
        let before = entry.swap(tuple.clone().into_ptr(), Relaxed);
        // SAFETY: the reference that the entry owned.
        drop(unsafe { Bound::from_owned_ptr_or_opt(py, before) });
    }
    Ok(tuple)
}

/// Whether a string will come again: another one may be made for this call alone.
fn is_interned(name: *mut ffi::PyObject) -> bool {
    #[cfg(not(any(Py_2, Py_LIMITED_API, PyPy)))]
    // SAFETY: the names of `PyCallKwargs` are strings, and alive.
    return unsafe { ffi::PyUnicode_CHECK_INTERNED(name) } != 0;
    #[cfg(any(Py_2, Py_LIMITED_API, PyPy))]
    return name.is_null();
}

fn new<'py>(py: Python<'py>, names: &[*mut ffi::PyObject]) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: attached; returns a new reference or sets an exception.
    let tuple =
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyTuple_New(names.len() as ffi::Py_ssize_t)) }?;
    for (index, name) in (0..).zip(names) {
        // SAFETY: the tuple is new, the index inside, and the name alive; the reference made here is given away.
        unsafe {
            let name = Bound::from_borrowed_ptr(py, *name).into_ptr();
            ffi::PyTuple_SetItem(tuple.as_ptr(), index, name);
        }
    }
    Ok(tuple)
}

#[cfg(all(test, Py_3_8, not(any(Py_GIL_DISABLED, Py_LIMITED_API, PyPy))))]
mod tests {
    use super::*;
    use crate::types::PyString;

    #[test]
    fn interned_names_share_a_tuple() {
        Python::attach(|py| {
            let (a, b) = (PyString::intern(py, "a_name"), PyString::intern(py, "b_name"));
            let tuple = |names: &[&Bound<'_, PyString>]| {
                names_tuple(py, &names.iter().map(|name| name.as_ptr()).collect::<Vec<_>>()).unwrap()
            };
            let first = tuple(&[&a, &b]);
            assert!(first.eq((&a, &b)).unwrap());
            assert!(tuple(&[&a, &b]).is(&first));
            assert!(tuple(&[&b, &a]).eq((&b, &a)).unwrap());
            assert!(tuple(&[&a]).eq((&a,)).unwrap());
            let own = PyString::new(py, "not interned");
            assert!(!tuple(&[&own]).is(&tuple(&[&own])));
        });
    }
}
