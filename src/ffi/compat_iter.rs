//! `PyIter_Send` of 3.10 for older versions.

use super::*;

/// Sends a value into a generator, or takes the next item of an iterator if the value is `None`. (3.10)
///
/// # Safety
/// Both objects are alive, `result` can be written to, and the thread is attached.
pub unsafe fn PyIter_Send(
    iter: *mut PyObject,
    arg: *mut PyObject,
    result: *mut *mut PyObject,
) -> PySendResult {
    let next = if cfg!(Py_2) { c"next" } else { c"__next__" };
    // SAFETY: the caller's promise; every new reference is given away or given back.
    unsafe {
        *result = if arg == Py_None() && PyObject_HasAttrString(iter, c"send".as_ptr()) == 0 {
            PyObject_CallMethod(iter, next.as_ptr(), std::ptr::null_mut())
        } else {
            PyObject_CallMethod(iter, c"send".as_ptr(), c"(O)".as_ptr(), arg)
        };
        if !(*result).is_null() {
            return PYGEN_NEXT;
        }
        if PyErr_ExceptionMatches(PyExc_StopIteration) == 0 {
            return PYGEN_ERROR;
        }
        // 2.7 has no value: its generators return none.
        let stop = PyErr_GetRaisedException();
        *result = PyObject_GetAttrString(stop, c"value".as_ptr());
        Py_DECREF(stop);
        if (*result).is_null() {
            PyErr_Clear();
            Py_INCREF(Py_None());
            *result = Py_None();
        }
        PYGEN_RETURN
    }
}
