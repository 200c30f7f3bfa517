//! `pycapsule.h`: a C pointer as an object.

use super::*;

/// Called when the capsule is destroyed.
pub type PyCapsule_Destructor = Option<unsafe extern "C" fn(capsule: *mut PyObject)>;

c_api! {
    pub static mut PyCapsule_Type: PyTypeObject;
    pub fn PyCapsule_New(
        pointer: *mut c_void,
        name: *const c_char,
        destructor: PyCapsule_Destructor,
    ) -> *mut PyObject;
    pub fn PyCapsule_GetPointer(capsule: *mut PyObject, name: *const c_char) -> *mut c_void;
    pub fn PyCapsule_GetDestructor(capsule: *mut PyObject) -> PyCapsule_Destructor;
    pub fn PyCapsule_GetName(capsule: *mut PyObject) -> *const c_char;
    pub fn PyCapsule_GetContext(capsule: *mut PyObject) -> *mut c_void;
    pub fn PyCapsule_IsValid(capsule: *mut PyObject, name: *const c_char) -> c_int;
    pub fn PyCapsule_SetPointer(capsule: *mut PyObject, pointer: *mut c_void) -> c_int;
    pub fn PyCapsule_SetDestructor(capsule: *mut PyObject, destructor: PyCapsule_Destructor) -> c_int;
    pub fn PyCapsule_SetName(capsule: *mut PyObject, name: *const c_char) -> c_int;
    pub fn PyCapsule_SetContext(capsule: *mut PyObject, context: *mut c_void) -> c_int;
    pub fn PyCapsule_Import(name: *const c_char, no_block: c_int) -> *mut c_void;
}

/// Whether `op` is a capsule.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyCapsule_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyCapsule_Type) as c_int }
}
