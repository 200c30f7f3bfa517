//! The kind of string that the exceptions of 2.7 hold: its `str`, of bytes. With a `unicode`, `str(error)` fails on
//! whatever is not ASCII, and `UnicodeDecodeError` refuses it.

use crate::python::{Bound, PyAny};

/// The arguments of an exception, text as it is.
#[cfg(Py_3)]
#[inline]
pub(super) fn native(arguments: Bound<'_, PyAny>) -> Bound<'_, PyAny> {
    arguments
}

/// The arguments of an exception, alone or in a tuple, text as the UTF-8 of a `str`.
#[cfg(Py_2)]
#[inline]
pub(super) fn native(arguments: Bound<'_, PyAny>) -> Bound<'_, PyAny> {
    use crate::ffi;
    let py = arguments.py();
    let pointer = arguments.as_ptr();
    // SAFETY: the objects are alive; what the C functions return is a new reference, or null with an exception, after
    // which the arguments stay as they are.
    let native = unsafe {
        if ffi::PyUnicode_Check(pointer) != 0 {
            Bound::from_owned_ptr_or_err(py, ffi::PyUnicode_AsUTF8String(pointer)).ok()
        } else if ffi::Py_TYPE(pointer) == &raw mut ffi::PyTuple_Type {
            let len = ffi::PyTuple_Size(pointer);
            let items =
                (0..len).map(|index| Bound::from_borrowed_ptr(py, ffi::PyTuple_GetItem(pointer, index)));
            Bound::from_owned_ptr_or_err(py, ffi::PyTuple_New(len)).ok().inspect(|tuple| {
                for (index, item) in (0..).zip(items) {
                    ffi::PyTuple_SetItem(tuple.as_ptr(), index, text(item).into_ptr());
                }
            })
        } else {
            None
        }
    };
    native.unwrap_or(arguments)
}

/// One item: text becomes a `str`, a tuple is left alone.
#[cfg(Py_2)]
#[inline]
fn text(item: Bound<'_, PyAny>) -> Bound<'_, PyAny> {
    // SAFETY: the object is alive.
    if unsafe { crate::ffi::PyUnicode_Check(item.as_ptr()) } != 0 { native(item) } else { item }
}
