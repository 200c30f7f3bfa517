//! `marshal.h`: the internal serialisation of code and constants.

use super::*;

c_api! {
    #[cfg(Py_2)]
    pub fn PyMarshal_ReadObjectFromString(data: *mut c_char, len: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyMarshal_ReadObjectFromString(data: *const c_char, len: Py_ssize_t) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_WriteObjectToString(obj: *mut PyObject, version: c_int) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_ReadLongFromFile(fp: *mut FILE) -> c_long;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_ReadShortFromFile(fp: *mut FILE) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_ReadObjectFromFile(fp: *mut FILE) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_ReadLastObjectFromFile(fp: *mut FILE) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_WriteLongToFile(value: c_long, fp: *mut FILE, version: c_int);
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyMarshal_WriteObjectToFile(obj: *mut PyObject, fp: *mut FILE, version: c_int);
}

/// The format that this Python writes by default.
pub const Py_MARSHAL_VERSION: c_int = if cfg!(Py_3_15) {
    6
} else if cfg!(Py_3_14) {
    5
} else if cfg!(Py_3) {
    4
} else {
    2
};
