//! `namespaceobject.h`: `types.SimpleNamespace`, whose constructor CPython exports from 3.5 to 3.12.

use super::*;

c_api! {
    pub fn _PyNamespace_New(kwds: *mut PyObject) -> *mut PyObject;
}
