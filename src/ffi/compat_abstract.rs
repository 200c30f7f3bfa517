//! What an older Python lacks of `abstract.h` for calls and operators, under its newest name and with its newest meaning.

#[allow(unused_imports)] // some are for some versions only
use std::ptr::null_mut;

use super::*;

/// Calls with `PyVectorcall_NARGS(nargsf)` positional arguments and a dict of keyword arguments, or null. (3.9)
///
/// # Safety
/// `args` points to the arguments; all are alive and the thread is attached.
#[cfg(any(not(Py_3_9), Py_LIMITED_API))]
pub unsafe fn PyObject_VectorcallDict(
    callable: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise; the tuple takes over one reference to each argument.
    unsafe {
        let count = PyVectorcall_NARGS(nargsf);
        let tuple = PyTuple_New(count);
        if tuple.is_null() {
            return null_mut();
        }
        for index in 0..count {
            PyTuple_SetItem(tuple, index, Py_NewRef(*args.offset(index)));
        }
        let result = PyObject_Call(callable, tuple, kwargs);
        Py_DECREF(tuple);
        result
    }
}

/// `a @ b`, which 2.7 has no operator for: `a.__matmul__(b)`, else `b.__rmatmul__(a)`. (3.5)
///
/// # Safety
/// Both objects are alive; the thread is attached.
#[cfg(Py_2)]
pub unsafe fn PyNumber_MatrixMultiply(a: *mut PyObject, b: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise; what is tried returns a new reference or null.
    unsafe {
        for (object, other, method) in [(a, b, c"__matmul__"), (b, a, c"__rmatmul__")] {
            let result = PyObject_CallMethod(object, method.as_ptr(), c"(O)".as_ptr(), other);
            if result.is_null() && PyErr_ExceptionMatches(PyExc_AttributeError) == 0 {
                return null_mut();
            }
            if !result.is_null() && result != Py_NotImplemented() {
                return result;
            }
            PyErr_Clear();
            Py_XDECREF(result);
        }
        PyErr_SetString(PyExc_TypeError, c"unsupported operand type(s) for @".as_ptr());
        null_mut()
    }
}

/// `a @= b`, which 2.7 has no operator for: `a.__imatmul__(b)`, else as `a @ b`. (3.5)
///
/// # Safety
/// Both objects are alive; the thread is attached.
#[cfg(Py_2)]
pub unsafe fn PyNumber_InPlaceMatrixMultiply(a: *mut PyObject, b: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise; what is tried returns a new reference or null.
    unsafe {
        let result = PyObject_CallMethod(a, c"__imatmul__".as_ptr(), c"(O)".as_ptr(), b);
        if result.is_null() && PyErr_ExceptionMatches(PyExc_AttributeError) == 0 {
            return null_mut();
        }
        if !result.is_null() && result != Py_NotImplemented() {
            return result;
        }
        PyErr_Clear();
        Py_XDECREF(result);
        PyNumber_MatrixMultiply(a, b)
    }
}
