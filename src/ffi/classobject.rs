//! `cpython/classobject.h`: bound methods; in 2.7 old-style classes and instances too.

use super::*;

/// An old-style class.
#[cfg(Py_2)]
#[repr(C)]
pub struct PyClassObject {
    pub ob_base: PyObject,
    pub cl_bases: *mut PyObject,
    pub cl_dict: *mut PyObject,
    pub cl_name: *mut PyObject,
    pub cl_getattr: *mut PyObject,
    pub cl_setattr: *mut PyObject,
    pub cl_delattr: *mut PyObject,
    pub cl_weakreflist: *mut PyObject,
}

/// An instance of an old-style class.
#[cfg(Py_2)]
#[repr(C)]
pub struct PyInstanceObject {
    pub ob_base: PyObject,
    pub in_class: *mut PyClassObject,
    pub in_dict: *mut PyObject,
    pub in_weakreflist: *mut PyObject,
}

/// A bound method; in 2.7 an unbound one too, whose `im_self` is null.
#[repr(C)]
pub struct PyMethodObject {
    pub ob_base: PyObject,
    pub im_func: *mut PyObject,
    pub im_self: *mut PyObject,
    #[cfg(Py_2)]
    pub im_class: *mut PyObject,
    pub im_weakreflist: *mut PyObject,
    #[cfg(Py_3_8)]
    pub vectorcall: Option<vectorcallfunc>,
}

/// A callable that becomes a bound method when it is looked up on an instance.
#[cfg(Py_3)]
#[repr(C)]
pub struct PyInstanceMethodObject {
    pub ob_base: PyObject,
    pub func: *mut PyObject,
}

c_api! {
    #[cfg(Py_3)]
    pub static mut PyMethod_Type: PyTypeObject;
    #[cfg(Py_2)]
    pub fn PyMethod_New(func: *mut PyObject, slf: *mut PyObject, class: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyMethod_New(func: *mut PyObject, slf: *mut PyObject) -> *mut PyObject;
    pub fn PyMethod_Function(method: *mut PyObject) -> *mut PyObject;
    pub fn PyMethod_Self(method: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyInstanceMethod_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub fn PyInstanceMethod_New(func: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyInstanceMethod_Function(method: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyClass_New(bases: *mut PyObject, dict: *mut PyObject, name: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInstance_New(class: *mut PyObject, args: *mut PyObject, kwargs: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyInstance_NewRaw(class: *mut PyObject, dict: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyMethod_Class(method: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyClass_IsSubclass(class: *mut PyObject, base: *mut PyObject) -> c_int;
    #[cfg(Py_2)]
    pub static mut PyClass_Type: PyTypeObject;
    #[cfg(Py_2)]
    pub static mut PyInstance_Type: PyTypeObject;
    #[cfg(Py_2)]
    pub static mut PyMethod_Type: PyTypeObject;
}

/// Whether `op` is a bound method.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyMethod_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyMethod_Type) as c_int }
}

/// The function of a bound method, borrowed.
///
/// # Safety
/// `op` is a live bound method.
#[inline]
pub unsafe fn PyMethod_GET_FUNCTION(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { (*op.cast::<PyMethodObject>()).im_func }
}

/// The receiver of a bound method, borrowed.
///
/// # Safety
/// `op` is a live bound method.
#[inline]
pub unsafe fn PyMethod_GET_SELF(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { (*op.cast::<PyMethodObject>()).im_self }
}

/// Whether `op` is an old-style class.
///
/// # Safety
/// `op` is a live object.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyClass_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyClass_Type) as c_int }
}

/// Whether `op` is an instance of an old-style class.
///
/// # Safety
/// `op` is a live object.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyInstance_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyInstance_Type) as c_int }
}
