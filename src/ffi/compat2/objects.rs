//! `object.h`, `abstract.h`, `dictobject.h`, `longobject.h`, `bytesobject.h`.

use super::*;
use std::ptr::null_mut;

/// What `ascii(o)` is: 2.7's `repr`, whose result is ASCII by convention.
pub unsafe fn PyObject_ASCII(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object or null.
    unsafe { PyObject_Repr(o) }
}

/// What `bytes(o)` is.
pub unsafe fn PyObject_Bytes(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object or null.
    unsafe { PyObject_Str(o) }
}

/// What `bytes(o)` is.
pub unsafe fn PyBytes_FromObject(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object.
    unsafe { PyObject_Str(o) }
}

/// The keys of a mapping, a list.
pub unsafe fn PyMapping_Keys(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object.
    unsafe { PyObject_CallMethod(o, c"keys".as_ptr(), std::ptr::null()) }
}

/// The values of a mapping, a list.
pub unsafe fn PyMapping_Values(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object.
    unsafe { PyObject_CallMethod(o, c"values".as_ptr(), std::ptr::null()) }
}

/// The items of a mapping, a list.
pub unsafe fn PyMapping_Items(o: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `o` is a live object.
    unsafe { PyObject_CallMethod(o, c"items".as_ptr(), std::ptr::null()) }
}

/// An item, borrowed, which is first set to `default` if it is not there.
pub unsafe fn PyDict_SetDefault(
    dict: *mut PyObject,
    key: *mut PyObject,
    default: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `dict` is a dict, the others live objects.
    unsafe {
        let item = PyDict_GetItemWithError(dict, key);
        if !item.is_null() {
            return item;
        }
        if !PyErr_Occurred().is_null() || PyDict_SetItem(dict, key, default) != 0 {
            null_mut()
        } else {
            default
        }
    }
}

/// The instance's dict, made if it is not there; the getter of `__dict__`.
pub unsafe extern "C" fn PyObject_GenericGetDict(obj: *mut PyObject, _closure: *mut c_void) -> *mut PyObject {
    // SAFETY: the caller's `obj` is a live object; the place of its dict, if any, holds null or a reference.
    unsafe {
        let place = _PyObject_GetDictPtr(obj);
        if place.is_null() {
            PyErr_SetString(PyExc_AttributeError, c"This object has no __dict__".as_ptr());
            return null_mut();
        }
        if (*place).is_null() {
            *place = PyDict_New();
        }
        Py_XNewRef(*place)
    }
}

/// Replaces the instance's dict; the setter of `__dict__`.
pub unsafe extern "C" fn PyObject_GenericSetDict(
    obj: *mut PyObject,
    value: *mut PyObject,
    _closure: *mut c_void,
) -> c_int {
    // SAFETY: as above; `value` is null or a live object.
    unsafe {
        let place = _PyObject_GetDictPtr(obj);
        if place.is_null() {
            PyErr_SetString(PyExc_AttributeError, c"This object has no __dict__".as_ptr());
            return -1;
        }
        if value.is_null() || PyDict_Check(value) == 0 {
            PyErr_SetString(PyExc_TypeError, c"__dict__ must be set to a dictionary".as_ptr());
            return -1;
        }
        let old = place.replace(Py_NewRef(value));
        Py_XDECREF(old);
        0
    }
}

/// The value as a `size_t`.
pub unsafe fn PyLong_AsSize_t(op: *mut PyObject) -> usize {
    // SAFETY: the caller's `op` is a live object. A pointer is as wide as `unsigned long long` at most.
    unsafe {
        let number = PyNumber_Long(op);
        if number.is_null() {
            return usize::MAX;
        }
        let value = PyLong_AsUnsignedLongLong(number);
        Py_DECREF(number);
        match usize::try_from(value) {
            Ok(value) => value,
            Err(_) => {
                PyErr_SetString(PyExc_OverflowError, c"Python int too large to convert to C size_t".as_ptr());
                usize::MAX
            }
        }
    }
}
