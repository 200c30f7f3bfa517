//! `object.h`
use libc::c_int;

#[repr(C)]
pub struct PyObject {
    pub ob_refcnt: isize,
    pub ob_type: *mut PyTypeObject,
}
#[repr(C)]
pub struct PyTypeObject {
    _opaque: [u8; 0],
}

c_api! {
    pub static mut PyType_Type: PyTypeObject;
    pub fn PyObject_IsTrue(obj: *mut PyObject) -> c_int;
}
