//! What an older Python lacks of `ceval.h`, `weakrefobject.h`, `objimpl.h`, `pythonrun.h` and `osmodule.h`, under its newest name
//! and with its newest meaning.

#[allow(unused_imports)] // for some versions only
use std::ptr::null_mut;

use super::*;

/// A new reference to what may be null.
///
/// # Safety
/// `obj` is null or a live object; the thread is attached.
#[cfg(not(Py_3_13))]
#[allow(dead_code)] // not every version borrows
#[inline]
pub(super) unsafe fn new_ref<T>(obj: *mut T) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { Py_XINCREF(obj.cast()) };
    obj
}

// ceval.h

/// The globals of the running frame as a new reference, or null without an exception if none runs. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameGlobals() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetGlobals()) }
}

/// The locals of the running frame as a new reference, or null with an exception. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameLocals() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetLocals()) }
}

/// The builtins of the running frame, or of the interpreter if none runs, as a new reference. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameBuiltins() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetBuiltins()) }
}

/// Counts one level of recursion: not 0, with `RecursionError` set, if there are too many. (a macro before 3.9)
///
/// # Safety
/// The thread is attached; `where_` is a C string.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_EnterRecursiveCall(where_: *const c_char) -> c_int {
    // SAFETY: the state of an attached thread is live and nobody else writes to it.
    unsafe {
        let tstate = PyThreadState_Get();
        (*tstate).recursion_depth += 1;
        if (*tstate).recursion_depth > _Py_CheckRecursionLimit { _Py_CheckRecursiveCall(where_) } else { 0 }
    }
}

/// Takes one level of recursion back. (a macro before 3.9)
///
/// # Safety
/// The thread is attached, and `Py_EnterRecursiveCall` has returned 0.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_LeaveRecursiveCall() {
    // SAFETY: the state of an attached thread is live and nobody else writes to it.
    unsafe {
        let tstate = PyThreadState_Get();
        (*tstate).recursion_depth -= 1;
        #[cfg(Py_3)]
        {
            let limit = _Py_CheckRecursionLimit;
            let low_water_mark = if limit > 200 { limit - 50 } else { 3 * (limit >> 2) };
            if (*tstate).recursion_depth < low_water_mark {
                (*tstate).overflowed = 0;
            }
        }
    }
}

// weakrefobject.h

/// What a weak reference refers to, as a new reference: 1, or 0 and null if it is dead, or -1, null and an
/// exception if `reference` is none. (3.13)
///
/// # Safety
/// `reference` is a live object or null, `pobj` may be written to; the thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyWeakref_GetRef(reference: *mut PyObject, pobj: *mut *mut PyObject) -> c_int {
    // SAFETY: the caller's promise. What `PyWeakref_GetObject` lends is kept before any Python code can run.
    unsafe {
        *pobj = null_mut();
        if reference.is_null() || PyWeakref_Check(reference) == 0 {
            PyErr_SetString(PyExc_TypeError, c"expected a weakref".as_ptr());
            return -1;
        }
        let obj = PyWeakref_GetObject(reference);
        if obj.is_null() {
            return -1;
        }
        if obj == Py_None() {
            return 0;
        }
        *pobj = new_ref(obj);
        1
    }
}

// objimpl.h

/// Calls a function of the module `gc` that takes nothing; null with an exception if that fails.
///
/// # Safety
/// The thread is attached; `name` is a C string.
#[cfg(not(Py_3_10))]
unsafe fn call_gc(name: *const c_char) -> *mut PyObject {
    // SAFETY: the caller's promise; a method call without arguments takes the null that ends them at once.
    unsafe {
        let gc = PyImport_ImportModule(c"gc".as_ptr());
        if gc.is_null() {
            return null_mut();
        }
        let function = PyObject_GetAttrString(gc, name);
        Py_DECREF(gc);
        if function.is_null() {
            return null_mut();
        }
        let result = PyObject_CallObject(function, null_mut());
        Py_DECREF(function);
        result
    }
}

/// Whether the cyclic garbage collector runs by itself. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_IsEnabled() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let answer = call_gc(c"isenabled".as_ptr());
        if answer.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
            return 0;
        }
        let enabled = PyObject_IsTrue(answer);
        Py_DECREF(answer);
        (enabled == 1) as c_int
    }
}

/// Lets the cyclic garbage collector run by itself; returns whether it did before. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_Enable() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let before = PyGC_IsEnabled();
        let none = call_gc(c"enable".as_ptr());
        if none.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
        }
        Py_XDECREF(none);
        before
    }
}

/// Stops the cyclic garbage collector from running by itself; returns whether it did before. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_Disable() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let before = PyGC_IsEnabled();
        let none = call_gc(c"disable".as_ptr());
        if none.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
        }
        Py_XDECREF(none);
        before
    }
}

// pythonrun.h

/// Prints an exception with its traceback to `sys.stderr`, as the interpreter would. (3.12)
///
/// # Safety
/// `exc` is a live exception object; the thread is attached.
#[cfg(not(Py_3_12))]
#[inline]
pub unsafe fn PyErr_DisplayException(exc: *mut PyObject) {
    // SAFETY: the caller's promise; a traceback may be null.
    unsafe {
        #[cfg(Py_3)]
        let traceback = PyException_GetTraceback(exc);
        #[cfg(Py_2)]
        let traceback = null_mut(); // 2.7 keeps it beside the exception, not in it
        PyErr_Display(Py_TYPE(exc).cast(), exc, traceback);
        Py_XDECREF(traceback);
    }
}

// osmodule.h

/// The `str` or `bytes` that stands for a path, as a new reference. (3.6)
///
/// # Safety
/// `path` is a live object; the thread is attached.
#[cfg(not(Py_3_6))]
pub unsafe fn PyOS_FSPath(path: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise; the method is looked up on the type, as the interpreter does.
    unsafe {
        if PyUnicode_Check(path) != 0 || PyBytes_Check(path) != 0 {
            return new_ref(path);
        }
        let method = PyObject_GetAttrString(Py_TYPE(path).cast(), c"__fspath__".as_ptr());
        if method.is_null() {
            if PyErr_ExceptionMatches(PyExc_AttributeError) != 0 {
                PyErr_Clear();
                let format = c"expected str, bytes or os.PathLike object, not %.200s";
                PyErr_Format(PyExc_TypeError, format.as_ptr(), (*Py_TYPE(path)).tp_name);
            }
            return null_mut();
        }
        let result = PyObject_CallFunctionObjArgs(method, path, null_mut::<PyObject>());
        Py_DECREF(method);
        if !result.is_null() && PyUnicode_Check(result) == 0 && PyBytes_Check(result) == 0 {
            Py_DECREF(result);
            PyErr_SetString(PyExc_TypeError, c"expected __fspath__() to return str or bytes".as_ptr());
            return null_mut();
        }
        result
    }
}
