//! What an older Python lacks, under its newest name and with its newest meaning; what 2.7 alone lacks is in `compat2`.
//!
//! Items carry the condition under which the header does *not* declare the name, so that exactly one of the two
//! exists. Folded into `ffi` like any header: the layers above write one spelling.

use super::*;
use std::ptr::null_mut;

/// `0` and a null result after a lookup that raised one of the exceptions that mean "not there"; `-1` after another.
#[allow(dead_code)] // some only on some versions
#[inline]
unsafe fn absent(result: *mut *mut PyObject, missing: *mut PyObject) -> c_int {
    // SAFETY: the caller's `result` is valid, an exception is set, `missing` is an exception class.
    unsafe {
        *result = null_mut();
        if PyErr_ExceptionMatches(missing) == 0 {
            return -1;
        }
        PyErr_Clear();
        0
    }
}

/// A string, borrowed, and its `str` made for one call.
#[allow(dead_code)] // some only on some versions
unsafe fn with_str(text: *const c_char, call: impl FnOnce(*mut PyObject) -> c_int) -> c_int {
    // SAFETY: the caller's `text` is a C string in UTF-8.
    unsafe {
        let text = PyUnicode_FromString(text);
        if text.is_null() {
            return -1;
        }
        let result = call(text);
        Py_DECREF(text);
        result
    }
}

// abstract.h

/// Calls without arguments.
#[cfg(not(Py_3_9))]
#[inline]
pub unsafe fn PyObject_CallNoArgs(callable: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `callable` is a live object; the null ends the arguments.
    unsafe { PyObject_CallObject(callable, null_mut()) }
}

/// Calls with one argument.
#[cfg(any(not(Py_3_11), Py_LIMITED_API))]
#[inline]
pub unsafe fn PyObject_CallOneArg(callable: *mut PyObject, arg: *mut PyObject) -> *mut PyObject {
    // Room for the callee in front, which may write there.
    let mut args = [null_mut(), arg];
    // SAFETY: the caller's objects are live; the count matches the array.
    unsafe {
        PyObject_Vectorcall(
            callable,
            args.as_mut_ptr().add(1),
            1 | PY_VECTORCALL_ARGUMENTS_OFFSET,
            null_mut(),
        )
    }
}

/// Calls a method without arguments.
#[inline]
pub unsafe fn PyObject_CallMethodNoArgs(this: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    let mut args = [this];
    // SAFETY: the caller's objects are live; the count includes the receiver.
    unsafe {
        PyObject_VectorcallMethod(name, args.as_mut_ptr(), 1 | PY_VECTORCALL_ARGUMENTS_OFFSET, null_mut())
    }
}

/// Calls a method with one argument.
#[inline]
pub unsafe fn PyObject_CallMethodOneArg(
    this: *mut PyObject,
    name: *mut PyObject,
    arg: *mut PyObject,
) -> *mut PyObject {
    let mut args = [this, arg];
    // SAFETY: the caller's objects are live; the count includes the receiver.
    unsafe {
        PyObject_VectorcallMethod(name, args.as_mut_ptr(), 2 | PY_VECTORCALL_ARGUMENTS_OFFSET, null_mut())
    }
}

/// A vectorcall by way of a tuple and a dict, for callables and Pythons that know no better.
#[cfg(any(not(Py_3_11), all(Py_LIMITED_API, not(Py_3_12))))]
#[allow(dead_code)] // 3.6 and 3.7 have a function for it
unsafe fn call_with_tuple(
    callable: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `args` holds the positional arguments and then one per name in `kwnames`, all live.
    unsafe {
        let nargs = PyVectorcall_NARGS(nargsf);
        let tuple = PyTuple_New(nargs);
        if tuple.is_null() {
            return null_mut();
        }
        for i in 0..nargs {
            PyTuple_SET_ITEM(tuple, i, Py_NewRef(*args.offset(i)));
        }
        let mut dict = null_mut();
        let mut result = null_mut();
        let count = if kwnames.is_null() { 0 } else { PyTuple_GET_SIZE(kwnames) };
        let mut filled = true;
        if count > 0 {
            dict = PyDict_New();
            filled = !dict.is_null();
            for i in 0..count {
                if !filled {
                    break;
                }
                filled = PyDict_SetItem(dict, PyTuple_GET_ITEM(kwnames, i), *args.offset(nargs + i)) == 0;
            }
        }
        if filled {
            result = PyObject_Call(callable, tuple, dict);
        }
        Py_DECREF(tuple);
        Py_XDECREF(dict);
        result
    }
}

/// The vectorcall function of a callable, if it has one.
#[cfg(all(Py_3_8, not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyVectorcall_Function(callable: *mut PyObject) -> Option<vectorcallfunc> {
    // SAFETY: the caller's `callable` is a live object; a type with the flag says where the function is.
    unsafe {
        let type_ = Py_TYPE(callable);
        if PyType_HasFeature(type_, _Py_TPFLAGS_HAVE_VECTORCALL) == 0 {
            return None;
        }
        let place = callable.cast::<u8>().offset((*type_).tp_vectorcall_offset);
        place.cast::<Option<vectorcallfunc>>().read_unaligned()
    }
}

/// Calls with arguments in an array; the last ones are keyword arguments if `kwnames` is a tuple of names.
#[cfg(any(not(Py_3_11), all(Py_LIMITED_API, not(Py_3_12))))]
#[inline]
pub unsafe fn PyObject_Vectorcall(
    callable: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `args` holds the positional arguments and then one per name in `kwnames`, all live.
    unsafe {
        #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
        if let Some(function) = PyVectorcall_Function(callable) {
            return function(callable, args, nargsf, kwnames);
        }
        #[cfg(all(Py_3_6, not(Py_3_8), not(Py_LIMITED_API)))]
        return _PyObject_FastCallKeywords(callable, args, PyVectorcall_NARGS(nargsf), kwnames);
        #[cfg(not(all(Py_3_6, not(Py_3_8), not(Py_LIMITED_API))))]
        call_with_tuple(callable, args, nargsf, kwnames)
    }
}

/// Calls the method `name` of the first argument.
#[cfg(any(not(Py_3_9), all(Py_LIMITED_API, not(Py_3_12))))]
#[inline]
pub unsafe fn PyObject_VectorcallMethod(
    name: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `args` starts with the receiver. With the flag the callee may use the place before the second
    // argument, which is the receiver's.
    unsafe {
        let method = PyObject_GetAttr(*args, name);
        if method.is_null() {
            return null_mut();
        }
        // One argument less; the flag stays.
        let result = PyObject_Vectorcall(method, args.add(1), nargsf - 1, kwnames);
        Py_DECREF(method);
        result
    }
}

/// Whether `next` works on the object.
#[cfg(not(Py_3_8))]
#[inline]
pub unsafe fn PyIter_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    #[cfg(not(Py_LIMITED_API))]
    unsafe {
        let type_ = Py_TYPE(op);
        #[cfg(Py_2)]
        if PyType_HasFeature(type_, Py_TPFLAGS_HAVE_ITER) == 0 {
            return 0;
        }
        (*type_)
            .tp_iternext
            .is_some_and(|next| next as usize != _PyObject_NextNotImplemented as *const () as usize)
            as c_int
    }
    // SAFETY: the caller's `op` is a live object.
    #[cfg(Py_LIMITED_API)]
    unsafe {
        PyObject_HasAttrString(Py_TYPE(op).cast(), c"__next__".as_ptr())
    }
}

/// Whether the object can be an index.
#[cfg(not(Py_3_8))]
#[inline]
pub unsafe fn PyIndex_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; a type's number slots are null or valid.
    #[cfg(not(Py_LIMITED_API))]
    unsafe {
        let type_ = Py_TYPE(op);
        #[cfg(Py_2)]
        if PyType_HasFeature(type_, Py_TPFLAGS_HAVE_INDEX) == 0 {
            return 0;
        }
        (*type_).tp_as_number.as_ref().is_some_and(|number| number.nb_index.is_some()) as c_int
    }
    // SAFETY: the caller's `op` is a live object.
    #[cfg(Py_LIMITED_API)]
    unsafe {
        PyObject_HasAttrString(Py_TYPE(op).cast(), c"__index__".as_ptr())
    }
}

/// Deletes an item; a macro in C.
#[inline]
pub unsafe fn PyMapping_DelItem(o: *mut PyObject, key: *mut PyObject) -> c_int {
    // SAFETY: the caller's objects are live.
    unsafe { PyObject_DelItem(o, key) }
}

/// Deletes an item; a macro in C.
#[inline]
pub unsafe fn PyMapping_DelItemString(o: *mut PyObject, key: *const c_char) -> c_int {
    // SAFETY: the caller's `o` is a live object, `key` a C string.
    unsafe { PyObject_DelItemString(o, key) }
}

/// An item: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyMapping_GetOptionalItem(
    obj: *mut PyObject,
    key: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's objects are live, `result` is a valid place.
    unsafe {
        *result = PyObject_GetItem(obj, key);
        if (*result).is_null() { absent(result, PyExc_KeyError) } else { 1 }
    }
}

/// An item by its name: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyMapping_GetOptionalItemString(
    obj: *mut PyObject,
    key: *const c_char,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's `obj` is a live object, `key` a C string, `result` a valid place.
    unsafe {
        *result = null_mut();
        with_str(key, |key| PyMapping_GetOptionalItem(obj, key, result))
    }
}

/// Whether an item is there; `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyMapping_HasKeyWithError(o: *mut PyObject, key: *mut PyObject) -> c_int {
    let mut item = null_mut();
    // SAFETY: the caller's objects are live.
    unsafe {
        let found = PyMapping_GetOptionalItem(o, key, &mut item);
        Py_XDECREF(item);
        found
    }
}

/// Whether an item is there; `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyMapping_HasKeyStringWithError(o: *mut PyObject, key: *const c_char) -> c_int {
    // SAFETY: the caller's `o` is a live object, `key` a C string.
    unsafe { with_str(key, |key| PyMapping_HasKeyWithError(o, key)) }
}

// object.h

/// An attribute: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_GetOptionalAttr(
    obj: *mut PyObject,
    name: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's objects are live, `result` is a valid place.
    unsafe {
        #[cfg(all(Py_3_7, not(any(Py_LIMITED_API, PyPy))))]
        return _PyObject_LookupAttr(obj, name, result);
        #[cfg(not(all(Py_3_7, not(any(Py_LIMITED_API, PyPy)))))]
        {
            *result = PyObject_GetAttr(obj, name);
            if (*result).is_null() { absent(result, PyExc_AttributeError) } else { 1 }
        }
    }
}

/// An attribute by its name in C: `1` with a new reference, `0` if it is not there, `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_GetOptionalAttrString(
    obj: *mut PyObject,
    name: *const c_char,
    result: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's `obj` is a live object, `name` a C string, `result` a valid place.
    unsafe {
        *result = PyObject_GetAttrString(obj, name);
        if (*result).is_null() { absent(result, PyExc_AttributeError) } else { 1 }
    }
}

/// Whether an attribute is there; `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_HasAttrWithError(obj: *mut PyObject, name: *mut PyObject) -> c_int {
    let mut value = null_mut();
    // SAFETY: the caller's objects are live.
    unsafe {
        let found = PyObject_GetOptionalAttr(obj, name, &mut value);
        Py_XDECREF(value);
        found
    }
}

/// Whether an attribute is there; `-1` with an exception.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_HasAttrStringWithError(obj: *mut PyObject, name: *const c_char) -> c_int {
    let mut value = null_mut();
    // SAFETY: the caller's `obj` is a live object, `name` a C string.
    unsafe {
        let found = PyObject_GetOptionalAttrString(obj, name, &mut value);
        Py_XDECREF(value);
        found
    }
}

/// Deletes an attribute; a macro in C before 3.13.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_DelAttr(obj: *mut PyObject, name: *mut PyObject) -> c_int {
    // SAFETY: the caller's objects are live; a null value deletes.
    unsafe { PyObject_SetAttr(obj, name, null_mut()) }
}

/// Deletes an attribute; a macro in C before 3.13.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_DelAttrString(obj: *mut PyObject, name: *const c_char) -> c_int {
    // SAFETY: the caller's `obj` is a live object, `name` a C string; a null value deletes.
    unsafe { PyObject_SetAttrString(obj, name, null_mut()) }
}

/// The type's `__name__`.
#[cfg(not(Py_3_11))]
#[inline]
pub unsafe fn PyType_GetName(type_: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { PyObject_GetAttrString(type_.cast(), c"__name__".as_ptr()) }
}

/// The type's `__qualname__`. (2.7 has none: `__name__`.)
#[cfg(not(Py_3_11))]
#[inline]
pub unsafe fn PyType_GetQualName(type_: *mut PyTypeObject) -> *mut PyObject {
    let name = if cfg!(Py_2) { c"__name__" } else { c"__qualname__" };
    // SAFETY: the caller's `type_` is a live type.
    unsafe { PyObject_GetAttrString(type_.cast(), name.as_ptr()) }
}

/// The type's `__module__`.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyType_GetModuleName(type_: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { PyObject_GetAttrString(type_.cast(), c"__module__".as_ptr()) }
}

/// The type's `__module__` and `__qualname__` with a dot between them; only the latter for built-in types.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyType_GetFullyQualifiedName(type_: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's `type_` is a live type; each reference made here is released here.
    unsafe {
        let name = PyType_GetQualName(type_);
        if name.is_null() {
            return null_mut();
        }
        let module = PyType_GetModuleName(type_);
        if module.is_null() {
            PyErr_Clear();
            return name;
        }
        #[cfg(Py_2)]
        let is_text = PyBytes_Check(module) != 0;
        #[cfg(Py_3)]
        let is_text = PyUnicode_Check(module) != 0;
        let result =
            if is_text && !is_builtins(module) { join_with_dot(module, name) } else { Py_NewRef(name) };
        Py_DECREF(module);
        Py_DECREF(name);
        result
    }
}

/// Whether `module`, a type's `__module__`, is that of the built-in types.
#[cfg(not(Py_3_13))]
#[inline]
unsafe fn is_builtins(module: *mut PyObject) -> bool {
    let name = if cfg!(Py_2) { c"__builtin__" } else { c"builtins" };
    // SAFETY: the caller's `module` is a string; a comparison that fails counts as different.
    unsafe {
        let name = PyUnicode_InternFromString(name.as_ptr());
        let equal = !name.is_null() && PyObject_RichCompareBool(module, name, Py_EQ) == 1;
        Py_XDECREF(name);
        PyErr_Clear();
        equal
    }
}

/// `module.name`
#[cfg(not(Py_3_13))]
#[inline]
unsafe fn join_with_dot(module: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's objects are live; `+` on strings gives a new string.
    unsafe {
        let dot = PyUnicode_InternFromString(c".".as_ptr());
        if dot.is_null() {
            return null_mut();
        }
        let start = PyNumber_Add(module, dot);
        Py_DECREF(dot);
        if start.is_null() {
            return null_mut();
        }
        let result = PyNumber_Add(start, name);
        Py_DECREF(start);
        result
    }
}

/// The type's own dict, a new reference.
#[cfg(all(not(Py_3_12), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyType_GetDict(type_: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's `type_` is a live type that is ready.
    unsafe { Py_XNewRef((*type_).tp_dict) }
}

/// A heap type from its description; older Pythons do not keep the module.
#[cfg(not(Py_3_9))]
#[inline]
pub unsafe fn PyType_FromModuleAndSpec(
    _module: *mut PyObject,
    spec: *mut PyType_Spec,
    bases: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `spec` is valid, `bases` null or a tuple.
    unsafe { PyType_FromSpecWithBases(spec, bases) }
}
