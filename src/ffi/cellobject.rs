//! `cellobject.h`: the cells of closures.

use super::*;

c_api! {
    pub static mut PyCell_Type: PyTypeObject;
    pub fn PyCell_New(obj: *mut PyObject) -> *mut PyObject;
    pub fn PyCell_Get(cell: *mut PyObject) -> *mut PyObject;
    pub fn PyCell_Set(cell: *mut PyObject, value: *mut PyObject) -> c_int;
}
