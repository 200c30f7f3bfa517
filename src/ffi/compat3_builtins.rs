//! The part of `compat3` about built-in types, modules and exceptions.

use super::*;
#[allow(unused_imports)] // not on the newest versions
use std::ptr::null_mut;

// dictobject.h

/// An item: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyDict_GetItemRef(
    dict: *mut PyObject,
    key: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's `dict` is a dict, `key` a live object, `result` a valid place.
    unsafe {
        let item = PyDict_GetItemWithError(dict, key);
        *result = Py_XNewRef(item);
        if !item.is_null() {
            1
        } else if PyErr_Occurred().is_null() {
            0
        } else {
            -1
        }
    }
}

/// An item by its name in C: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyDict_GetItemStringRef(
    dict: *mut PyObject,
    key: *const c_char,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's `dict` is a dict, `key` a C string, `result` a valid place.
    unsafe {
        *result = null_mut();
        let key = PyUnicode_FromString(key);
        if key.is_null() {
            return -1;
        }
        let found = PyDict_GetItemRef(dict, key, result);
        Py_DECREF(key);
        found
    }
}

/// Whether an item is there, by its name in C; `-1` with an exception.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyDict_ContainsString(dict: *mut PyObject, key: *const c_char) -> c_int {
    // SAFETY: the caller's `dict` is a dict, `key` a C string.
    unsafe {
        let key = PyUnicode_FromString(key);
        if key.is_null() {
            return -1;
        }
        let found = PyDict_Contains(dict, key);
        Py_DECREF(key);
        found
    }
}

/// Takes an item out: `1` with a reference, `0` if it is not there, `-1` with an exception. `result` may be null.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyDict_Pop(dict: *mut PyObject, key: *mut PyObject, result: *mut *mut PyObject) -> c_int {
    let mut item = null_mut();
    // SAFETY: the caller's `dict` is a dict, `key` a live object, `result` null or a valid place.
    unsafe {
        let found = undisturbed(dict, || match PyDict_GetItemRef(dict, key, &mut item) {
            1 if PyDict_DelItem(dict, key) != 0 => {
                Py_DECREF(item);
                item = null_mut();
                -1
            }
            found => found,
        });
        if result.is_null() {
            Py_XDECREF(item);
        } else {
            *result = item;
        }
        found
    }
}

/// An item, which is first set to `default` if it is not there: `1` if it was, `0` if not, `-1` with an exception.
/// `result` may be null.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyDict_SetDefaultRef(
    dict: *mut PyObject,
    key: *mut PyObject,
    default: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    let mut item = null_mut();
    // SAFETY: the caller's `dict` is a dict, the others live objects, `result` null or a valid place.
    unsafe {
        let found = undisturbed(dict, || match PyDict_GetItemRef(dict, key, &mut item) {
            0 if PyDict_SetItem(dict, key, default) != 0 => -1,
            0 => {
                item = Py_NewRef(default);
                0
            }
            found => found,
        });
        if result.is_null() {
            Py_XDECREF(item);
        } else {
            *result = item;
        }
        found
    }
}

/// Runs what takes two steps of an object, between which another thread might come where there is no GIL.
///
/// # Safety
/// `op` is a live object; the thread is attached.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
unsafe fn undisturbed<R>(op: *mut PyObject, steps: impl FnOnce() -> R) -> R {
    // SAFETY: the caller's promise; the section stays where it is, and C functions do not unwind.
    #[cfg(Py_TARGET_ABI3T)]
    unsafe {
        let mut section = PyCriticalSection { _cs_prev: 0, _cs_mutex: null_mut() };
        PyCriticalSection_Begin(&raw mut section, op);
        let result = steps();
        PyCriticalSection_End(&raw mut section);
        result
    }
    #[cfg(not(Py_TARGET_ABI3T))]
    {
        let _ = op;
        steps()
    }
}

// listobject.h

/// An item, a new reference; null with an `IndexError` if there is none.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyList_GetItemRef(list: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's `list` is a list.
    unsafe { Py_XNewRef(PyList_GetItem(list, index)) }
}

/// Appends all items of an iterable.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyList_Extend(list: *mut PyObject, iterable: *mut PyObject) -> c_int {
    // SAFETY: the caller's `list` is a list, `iterable` a live object; its items are collected first.
    unsafe {
        let items = PySequence_List(iterable);
        if items.is_null() {
            return -1;
        }
        let end = PyList_Size(list);
        let result = PyList_SetSlice(list, end, end, items);
        Py_DECREF(items);
        result
    }
}

/// Removes all items.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyList_Clear(list: *mut PyObject) -> c_int {
    // SAFETY: the caller's `list` is a list; a null value deletes the slice.
    unsafe { PyList_SetSlice(list, 0, PY_SSIZE_T_MAX, null_mut()) }
}

// longobject.h

/// The value as a C `int`; `-1` with an `OverflowError` if it does not fit.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyLong_AsInt(op: *mut PyObject) -> c_int {
    let mut overflow = 0;
    // SAFETY: the caller's `op` is a live object; the message is a C string.
    unsafe {
        let value = PyLong_AsLongAndOverflow(op, &mut overflow);
        match c_int::try_from(value) {
            Ok(value) if overflow == 0 => value,
            _ => {
                PyErr_SetString(PyExc_OverflowError, c"Python int too large to convert to C int".as_ptr());
                -1
            }
        }
    }
}

/// The sign of an integer: `-1`, `0` or `1`.
#[cfg(all(not(Py_3_14), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyLong_GetSign(op: *mut PyObject, sign: *mut c_int) -> c_int {
    // SAFETY: the caller's `op` is an integer (2.7: a `long`), `sign` a valid place.
    unsafe { *sign = _PyLong_Sign(op) };
    0
}

// sliceobject.h

/// The three numbers of a slice, before they are fitted to a length.
#[cfg(any(not(Py_3_6), all(Py_LIMITED_API, not(Py_3_7))))]
pub unsafe fn PySlice_Unpack(
    slice: *mut PyObject,
    start: *mut Py_ssize_t,
    stop: *mut Py_ssize_t,
    step: *mut Py_ssize_t,
) -> c_int {
    // A clipped step must still have a negation.
    const LEAST_STEP: Py_ssize_t = -PY_SSIZE_T_MAX;
    // SAFETY: the caller's `slice` is a slice, the others are valid places.
    unsafe {
        *step = match part(slice, c"step") {
            Ok(value) => value.unwrap_or(1).max(LEAST_STEP),
            Err(()) => return -1,
        };
        if *step == 0 {
            PyErr_SetString(PyExc_ValueError, c"slice step cannot be zero".as_ptr());
            return -1;
        }
        let (first, last) = if *step < 0 { (PY_SSIZE_T_MAX, PY_SSIZE_T_MIN) } else { (0, PY_SSIZE_T_MAX) };
        let (Ok(from), Ok(to)) = (part(slice, c"start"), part(slice, c"stop")) else { return -1 };
        *start = from.unwrap_or(first);
        *stop = to.unwrap_or(last);
        0
    }
}

/// A number of a slice, clipped to what an index can be; nothing for `None`.
#[cfg(any(not(Py_3_6), all(Py_LIMITED_API, not(Py_3_7))))]
unsafe fn part(slice: *mut PyObject, name: &std::ffi::CStr) -> Result<Option<Py_ssize_t>, ()> {
    // SAFETY: the caller's `slice` is a slice; without an exception class the conversion clips.
    unsafe {
        let value = PyObject_GetAttrString(slice, name.as_ptr());
        if value.is_null() {
            return Err(());
        }
        let result = if Py_IsNone(value) != 0 {
            Ok(None)
        } else if PyIndex_Check(value) == 0 {
            let message = c"slice indices must be integers or None or have an __index__ method";
            PyErr_SetString(PyExc_TypeError, message.as_ptr());
            Err(())
        } else {
            let number = PyNumber_AsSsize_t(value, null_mut());
            if number == -1 && !PyErr_Occurred().is_null() { Err(()) } else { Ok(Some(number)) }
        };
        Py_DECREF(value);
        result
    }
}

/// Fits the numbers of a slice to a length; the number of items that it selects.
#[cfg(any(not(Py_3_6), all(Py_LIMITED_API, not(Py_3_7))))]
pub unsafe fn PySlice_AdjustIndices(
    length: Py_ssize_t,
    start: *mut Py_ssize_t,
    stop: *mut Py_ssize_t,
    step: Py_ssize_t,
) -> Py_ssize_t {
    let fit = |index: Py_ssize_t| {
        let (least, most) = if step < 0 { (-1, length - 1) } else { (0, length) };
        if index < 0 { (index + length).max(least) } else { index.min(most) }
    };
    // SAFETY: the caller's places are valid.
    unsafe {
        *start = fit(*start);
        *stop = fit(*stop);
        let distance = if step < 0 { *start - *stop } else { *stop - *start };
        if distance > 0 { (distance - 1) / step.abs() + 1 } else { 0 }
    }
}

/// The three numbers of a slice fitted to a length, and the number of items that it selects. (2.7 declares it for another
/// type of pointer.)
#[cfg(Py_2)]
pub unsafe fn PySlice_GetIndicesEx(
    slice: *mut PyObject,
    length: Py_ssize_t,
    start: *mut Py_ssize_t,
    stop: *mut Py_ssize_t,
    step: *mut Py_ssize_t,
    count: *mut Py_ssize_t,
) -> c_int {
    // SAFETY: the caller's `slice` is a slice, the others are valid places.
    unsafe {
        if PySlice_Unpack(slice, start, stop, step) != 0 {
            return -1;
        }
        *count = PySlice_AdjustIndices(length, start, stop, *step);
        0
    }
}

// import.h

/// A module that was imported, a new reference; null without an exception if it was not.
#[cfg(not(Py_3_7))]
pub unsafe fn PyImport_GetModule(name: *mut PyObject) -> *mut PyObject {
    let mut module = null_mut();
    // SAFETY: the caller's `name` is a live object; `sys.modules` is any mapping.
    unsafe {
        let modules = PyImport_GetModuleDict();
        if !modules.is_null() {
            PyMapping_GetOptionalItem(modules, name, &mut module);
        }
    }
    module
}

/// A module from `sys.modules`, where an empty one is put if there was none; a new reference.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyImport_AddModuleRef(name: *const c_char) -> *mut PyObject {
    // SAFETY: the caller's `name` is a C string.
    unsafe { Py_XNewRef(PyImport_AddModule(name)) }
}

// modsupport.h

/// Adds an object to a module; leaves the reference to the caller.
#[cfg(not(Py_3_10))]
pub unsafe fn PyModule_AddObjectRef(
    module: *mut PyObject,
    name: *const c_char,
    value: *mut PyObject,
) -> c_int {
    // SAFETY: the caller's `module` is a module, `name` a C string; `value` is null with an exception set, or live.
    unsafe {
        if value.is_null() {
            if PyErr_Occurred().is_null() {
                PyErr_SetString(PyExc_SystemError, c"PyModule_AddObjectRef() got a null value".as_ptr());
            }
            return -1;
        }
        // The older function takes the reference, but only if it succeeds.
        Py_INCREF(value);
        let result = PyModule_AddObject(module, name, value);
        if result != 0 {
            Py_DECREF(value);
        }
        result
    }
}

/// Adds an object to a module; takes the reference in any case.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyModule_Add(module: *mut PyObject, name: *const c_char, value: *mut PyObject) -> c_int {
    // SAFETY: as for `PyModule_AddObjectRef`; the reference is the caller's to give.
    unsafe {
        let result = PyModule_AddObjectRef(module, name, value);
        Py_XDECREF(value);
        result
    }
}

// pyerrors.h

/// Takes the current exception; null if there is none.
#[cfg(not(Py_3_12))]
pub unsafe fn PyErr_GetRaisedException() -> *mut PyObject {
    let (mut class, mut value, mut traceback) = (null_mut(), null_mut(), null_mut());
    // SAFETY: the places are valid; what was fetched is owned here, and the value is handed on.
    unsafe {
        PyErr_Fetch(&mut class, &mut value, &mut traceback);
        if class.is_null() {
            return null_mut();
        }
        PyErr_NormalizeException(&mut class, &mut value, &mut traceback);
        // The class may have made something else of itself, of which 3.12 makes a `TypeError`, too.
        if !value.is_null() && PyExceptionInstance_Check(value) == 0 {
            for object in [class, value, traceback] {
                Py_XDECREF(object);
            }
            (class, value, traceback) = (null_mut(), null_mut(), null_mut());
            let message = c"calling an exception class should have returned an instance of BaseException";
            PyErr_SetString(PyExc_TypeError, message.as_ptr());
            PyErr_Fetch(&mut class, &mut value, &mut traceback);
            PyErr_NormalizeException(&mut class, &mut value, &mut traceback);
        }
        if !traceback.is_null() && !value.is_null() {
            PyException_SetTraceback(value, traceback);
        }
        Py_XDECREF(class);
        Py_XDECREF(traceback);
        value
    }
}

/// Makes `exception` the current one; takes the reference. Null clears.
#[cfg(not(Py_3_12))]
pub unsafe fn PyErr_SetRaisedException(exception: *mut PyObject) {
    // SAFETY: the caller's `exception` is null or an exception instance that the caller owns.
    unsafe {
        if exception.is_null() {
            PyErr_Clear();
            return;
        }
        let class: *mut PyObject = Py_TYPE(exception).cast();
        #[cfg(Py_2)]
        let class = match PyInstance_Check(exception) {
            0 => class,
            _ => (*exception.cast::<PyInstanceObject>()).in_class.cast(),
        };
        let class = Py_NewRef(class);
        PyErr_Restore(class, exception, PyException_GetTraceback(exception));
    }
}

/// The exception that is being handled, a new reference; null if there is none.
#[cfg(not(Py_3_11))]
pub unsafe fn PyErr_GetHandledException() -> *mut PyObject {
    let (mut class, mut value, mut traceback) = (null_mut(), null_mut(), null_mut());
    // SAFETY: the places are valid; the references are owned here, and the value is handed on.
    unsafe {
        PyErr_GetExcInfo(&mut class, &mut value, &mut traceback);
        Py_XDECREF(class);
        Py_XDECREF(traceback);
        if !value.is_null() && Py_IsNone(value) != 0 {
            Py_DECREF(value);
            return null_mut();
        }
        value
    }
}

/// Sets the exception that is being handled; leaves the reference to the caller.
#[cfg(not(Py_3_11))]
pub unsafe fn PyErr_SetHandledException(exception: *mut PyObject) {
    // SAFETY: the caller's `exception` is null or a live exception; the older function takes references.
    unsafe {
        if exception.is_null() {
            PyErr_SetExcInfo(null_mut(), null_mut(), null_mut());
        } else {
            let class = Py_NewRef(Py_TYPE(exception).cast());
            PyErr_SetExcInfo(class, Py_NewRef(exception), PyException_GetTraceback(exception));
        }
    }
}

/// The name of an exception class.
#[cfg(all(not(Py_3_8), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyExceptionClass_Name(class: *mut PyObject) -> *const c_char {
    // SAFETY: the caller's `class` is an exception class.
    unsafe { (*class.cast::<PyTypeObject>()).tp_name }
}

// What the limited API, and PyPy in part, have as checked functions only.

macro_rules! checked {
    ( $( $(#[$attr:meta])* $fast:ident($($arg:ident: $Type:ty),*) -> $Ret:ty = $checked:ident; )* ) => { $(
        $(#[$attr])*
        #[inline]
        pub unsafe fn $fast($($arg: $Type),*) -> $Ret {
            // SAFETY: the caller's arguments are right for the unchecked function, hence for this one.
            unsafe { $checked($($arg),*) }
        }
    )* };
}

checked! {
    #[cfg(Py_LIMITED_API)]
    PyTuple_GET_SIZE(op: *mut PyObject) -> Py_ssize_t = PyTuple_Size;
    #[cfg(Py_LIMITED_API)]
    PyTuple_GET_ITEM(op: *mut PyObject, i: Py_ssize_t) -> *mut PyObject = PyTuple_GetItem;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyList_GET_SIZE(op: *mut PyObject) -> Py_ssize_t = PyList_Size;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyList_GET_ITEM(op: *mut PyObject, i: Py_ssize_t) -> *mut PyObject = PyList_GetItem;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyBytes_AS_STRING(op: *mut PyObject) -> *mut c_char = PyBytes_AsString;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyBytes_GET_SIZE(op: *mut PyObject) -> Py_ssize_t = PyBytes_Size;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyByteArray_AS_STRING(op: *mut PyObject) -> *mut c_char = PyByteArray_AsString;
    #[cfg(any(Py_LIMITED_API, PyPy))]
    PyByteArray_GET_SIZE(op: *mut PyObject) -> Py_ssize_t = PyByteArray_Size;
    #[cfg(Py_LIMITED_API)]
    PyFloat_AS_DOUBLE(op: *mut PyObject) -> c_double = PyFloat_AsDouble;
    #[cfg(Py_LIMITED_API)]
    PyUnicode_GET_LENGTH(op: *mut PyObject) -> Py_ssize_t = PyUnicode_GetLength;
}

/// Fills an empty place of a new tuple; takes the reference.
#[cfg(Py_LIMITED_API)]
#[inline]
pub unsafe fn PyTuple_SET_ITEM(op: *mut PyObject, i: Py_ssize_t, value: *mut PyObject) {
    // SAFETY: the caller's `op` is a new tuple that has a place `i`, hence this cannot fail.
    unsafe { PyTuple_SetItem(op, i, value) };
}

/// Fills an empty place of a new list; takes the reference.
#[cfg(any(Py_LIMITED_API, PyPy))]
#[inline]
pub unsafe fn PyList_SET_ITEM(op: *mut PyObject, i: Py_ssize_t, value: *mut PyObject) {
    // SAFETY: the caller's `op` is a new list that has a place `i`, hence this cannot fail.
    unsafe { PyList_SetItem(op, i, value) };
}
