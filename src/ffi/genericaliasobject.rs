//! `genericaliasobject.h`: `list[int]`.

use super::*;

c_api! {
    pub fn Py_GenericAlias(origin: *mut PyObject, args: *mut PyObject) -> *mut PyObject;
    pub static mut Py_GenericAliasType: PyTypeObject;
}
