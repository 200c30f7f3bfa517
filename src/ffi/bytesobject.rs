//! `bytesobject.h`: byte strings. On 2.7 these names are those of `str` (`stringobject.h`), as in its own `bytesobject.h`.

use super::*;

/// A `bytes`; the characters follow, with a zero byte at the end.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyBytesObject {
    pub ob_base: PyVarObject,
    pub ob_shash: Py_hash_t,
    #[cfg(Py_2)]
    pub ob_sstate: c_int,
    pub ob_sval: [c_char; 1],
}

c_api! {
    #[cfg_attr(Py_2, link_name = "PyString_Type")]
    pub static mut PyBytes_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyBytesIter_Type: PyTypeObject;
    #[cfg_attr(Py_2, link_name = "PyString_FromStringAndSize")]
    pub fn PyBytes_FromStringAndSize(arg1: *const c_char, arg2: Py_ssize_t) -> *mut PyObject;
    #[cfg_attr(Py_2, link_name = "PyString_FromString")]
    pub fn PyBytes_FromString(arg1: *const c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyBytes_FromObject(op: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(Py_2, link_name = "PyString_FromFormat")]
    pub fn PyBytes_FromFormat(arg1: *const c_char, ...) -> *mut PyObject;
    #[cfg_attr(Py_2, link_name = "PyString_Size")]
    pub fn PyBytes_Size(op: *mut PyObject) -> Py_ssize_t;
    #[cfg_attr(Py_2, link_name = "PyString_AsString")]
    pub fn PyBytes_AsString(op: *mut PyObject) -> *mut c_char;
    #[cfg_attr(Py_2, link_name = "PyString_Repr")]
    pub fn PyBytes_Repr(arg1: *mut PyObject, arg2: c_int) -> *mut PyObject;
    #[cfg_attr(Py_2, link_name = "PyString_Concat")]
    pub fn PyBytes_Concat(arg1: *mut *mut PyObject, arg2: *mut PyObject);
    #[cfg_attr(Py_2, link_name = "PyString_ConcatAndDel")]
    pub fn PyBytes_ConcatAndDel(arg1: *mut *mut PyObject, arg2: *mut PyObject);
    #[cfg_attr(Py_2, link_name = "PyString_DecodeEscape")]
    pub fn PyBytes_DecodeEscape(
        arg1: *const c_char,
        arg2: Py_ssize_t,
        arg3: *const c_char,
        arg4: Py_ssize_t,
        arg5: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_InternInPlace")]
    pub fn PyBytes_InternInPlace(arg1: *mut *mut PyObject);
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_InternImmortal")]
    pub fn PyBytes_InternImmortal(arg1: *mut *mut PyObject);
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_InternFromString")]
    pub fn PyBytes_InternFromString(arg1: *const c_char) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_Decode")]
    pub fn PyBytes_Decode(
        s: *const c_char,
        size: Py_ssize_t,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_Encode")]
    pub fn PyBytes_Encode(
        s: *const c_char,
        size: Py_ssize_t,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_AsEncodedObject")]
    pub fn PyBytes_AsEncodedObject(
        str_: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_AsEncodedString")]
    pub fn PyBytes_AsEncodedString(
        str_: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_AsDecodedObject")]
    pub fn PyBytes_AsDecodedObject(
        str_: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_AsDecodedString")]
    pub fn PyBytes_AsDecodedString(
        str_: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(Py_2, link_name = "PyString_AsStringAndSize")]
    pub fn PyBytes_AsStringAndSize(obj: *mut PyObject, s: *mut *mut c_char, len: *mut Py_ssize_t) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(Py_2, link_name = "_PyString_Resize")]
    #[cfg_attr(PyPy, link_name = "_PyPyBytes_Resize")]
    pub fn _PyBytes_Resize(arg1: *mut *mut PyObject, arg2: Py_ssize_t) -> c_int;
    #[cfg(Py_2)]
    #[cfg_attr(Py_2, link_name = "PyString_Format")]
    pub fn PyBytes_Format(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub static mut PyBaseString_Type: PyTypeObject;
}

#[inline]
pub unsafe fn PyBytes_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_BYTES_SUBCLASS) }
}

#[inline]
pub unsafe fn PyBytes_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyBytes_Type) }
}

/// The characters, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyBytes_AS_STRING(op: *mut PyObject) -> *mut c_char {
    // SAFETY: the caller's `op` is a live `bytes`.
    unsafe { (&raw mut (*op.cast::<PyBytesObject>()).ob_sval).cast() }
}

/// The length, without a check.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyBytes_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `bytes`.
    unsafe { Py_SIZE(op) }
}
