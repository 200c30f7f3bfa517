//! The call of a class that needs no tuple of its arguments: from 3.9 on.

use super::construct::has_plain_init;
use super::definition::PyClass;
use crate::call::{Callable, Plain, enter};
use crate::ffi;
use crate::python::Bound;
use crate::types::{PyDict, PyTuple};
use std::ptr::null_mut;
use std::sync::atomic::Ordering;

/// `tp_vectorcall` of class `T`: a call of the class itself, without a tuple of its arguments.
///
/// # Safety
/// Called by the interpreter, with the class.
pub(super) unsafe extern "C" fn vectorcall<T: PyClass, R: Callable<Protocol = Plain>>(
    class: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    flags: usize,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    let count = ffi::PyVectorcall_NARGS(flags);
    let type_object = class.cast::<ffi::PyTypeObject>();
    // SAFETY: the interpreter's own convention; a type object is alive.
    unsafe {
        let new = (*type_object).tp_new.map_or(null_mut(), |new| new as *mut ());
        // Somebody may have given the class another `__init__` or `__new__`.
        if has_plain_init(type_object) && new == T::class().new.load(Ordering::Relaxed) {
            return crate::call::fastcall_keywords::<R>(class, arguments, count, names);
        }
        call_slowly(class, arguments, count, names)
    }
}

/// Calls a class as `type.__call__` does.
///
/// # Safety
/// `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has.
#[cold]
unsafe fn call_slowly(
    class: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller; the objects are alive.
    unsafe {
        enter(|py| {
            let object = |index: usize| Bound::from_borrowed_ptr(py, *arguments.add(index));
            let count = count as usize;
            let positional = PyTuple::new(py, (0..count).map(object).collect::<Vec<_>>())?;
            let keywords = PyDict::new(py);
            if let Some(names) = Bound::from_borrowed_ptr_or_opt(py, names) {
                for (index, name) in names.try_iter()?.enumerate() {
                    keywords.set_item(name?, object(count + index))?;
                }
            }
            let call = ffi::PyType_Type.tp_call.expect("a class can be called");
            Bound::from_owned_ptr_or_err(py, call(class, positional.as_ptr(), keywords.as_ptr()))
        })
    }
}
