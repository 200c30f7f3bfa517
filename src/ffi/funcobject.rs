//! `cpython/funcobject.h`: functions written in Python, class methods and static methods.

use super::*;

/// A function written in Python.
#[cfg(not(Py_3_10))]
#[repr(C)]
pub struct PyFunctionObject {
    pub ob_base: PyObject,
    pub func_code: *mut PyObject,
    pub func_globals: *mut PyObject,
    pub func_defaults: *mut PyObject,
    #[cfg(Py_3)]
    pub func_kwdefaults: *mut PyObject,
    pub func_closure: *mut PyObject,
    pub func_doc: *mut PyObject,
    pub func_name: *mut PyObject,
    pub func_dict: *mut PyObject,
    pub func_weakreflist: *mut PyObject,
    pub func_module: *mut PyObject,
    #[cfg(Py_3)]
    pub func_annotations: *mut PyObject,
    #[cfg(Py_3)]
    pub func_qualname: *mut PyObject,
    #[cfg(Py_3_8)]
    pub vectorcall: Option<vectorcallfunc>,
}
/// A function written in Python.
#[cfg(Py_3_10)]
#[repr(C)]
pub struct PyFunctionObject {
    pub ob_base: PyObject,
    pub func_globals: *mut PyObject,
    pub func_builtins: *mut PyObject,
    pub func_name: *mut PyObject,
    pub func_qualname: *mut PyObject,
    pub func_code: *mut PyObject,
    pub func_defaults: *mut PyObject,
    pub func_kwdefaults: *mut PyObject,
    pub func_closure: *mut PyObject,
    pub func_doc: *mut PyObject,
    pub func_dict: *mut PyObject,
    pub func_weakreflist: *mut PyObject,
    pub func_module: *mut PyObject,
    pub func_annotations: *mut PyObject,
    #[cfg(Py_3_14)]
    pub func_annotate: *mut PyObject,
    #[cfg(Py_3_12)]
    pub func_typeparams: *mut PyObject,
    pub vectorcall: Option<vectorcallfunc>,
    #[cfg(Py_3_11)]
    pub func_version: u32,
}

/// What happened to a function.
#[cfg(Py_3_12)]
pub type PyFunction_WatchEvent = c_uint;
#[cfg(Py_3_12)]
pub const PyFunction_EVENT_CREATE: PyFunction_WatchEvent = 0;
#[cfg(Py_3_12)]
pub const PyFunction_EVENT_DESTROY: PyFunction_WatchEvent = 1;
#[cfg(Py_3_12)]
pub const PyFunction_EVENT_MODIFY_CODE: PyFunction_WatchEvent = 2;
#[cfg(Py_3_12)]
pub const PyFunction_EVENT_MODIFY_DEFAULTS: PyFunction_WatchEvent = 3;
#[cfg(Py_3_12)]
pub const PyFunction_EVENT_MODIFY_KWDEFAULTS: PyFunction_WatchEvent = 4;
/// Is told what happens to functions.
#[cfg(Py_3_12)]
pub type PyFunction_WatchCallback = Option<
    unsafe extern "C" fn(
        event: PyFunction_WatchEvent,
        func: *mut PyFunctionObject,
        new_value: *mut PyObject,
    ) -> c_int,
>;

c_api! {
    pub static mut PyFunction_Type: PyTypeObject;
    pub fn PyFunction_New(code: *mut PyObject, globals: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyFunction_NewWithQualName(
        code: *mut PyObject,
        globals: *mut PyObject,
        qualname: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyFunction_GetCode(func: *mut PyObject) -> *mut PyObject;
    pub fn PyFunction_GetGlobals(func: *mut PyObject) -> *mut PyObject;
    pub fn PyFunction_GetModule(func: *mut PyObject) -> *mut PyObject;
    pub fn PyFunction_GetDefaults(func: *mut PyObject) -> *mut PyObject;
    pub fn PyFunction_SetDefaults(func: *mut PyObject, defaults: *mut PyObject) -> c_int;
    #[cfg(Py_3_12)]
    pub fn PyFunction_SetVectorcall(func: *mut PyFunctionObject, vectorcall: vectorcallfunc);
    #[cfg(Py_3)]
    pub fn PyFunction_GetKwDefaults(func: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyFunction_SetKwDefaults(func: *mut PyObject, defaults: *mut PyObject) -> c_int;
    pub fn PyFunction_GetClosure(func: *mut PyObject) -> *mut PyObject;
    pub fn PyFunction_SetClosure(func: *mut PyObject, closure: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyFunction_GetAnnotations(func: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyFunction_SetAnnotations(func: *mut PyObject, annotations: *mut PyObject) -> c_int;
    pub static mut PyClassMethod_Type: PyTypeObject;
    pub static mut PyStaticMethod_Type: PyTypeObject;
    pub fn PyClassMethod_New(callable: *mut PyObject) -> *mut PyObject;
    pub fn PyStaticMethod_New(callable: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyFunction_AddWatcher(callback: PyFunction_WatchCallback) -> c_int;
    #[cfg(Py_3_12)]
    pub fn PyFunction_ClearWatcher(watcher_id: c_int) -> c_int;
}

/// Whether `op` is a function written in Python.
///
/// # Safety
/// `op` is a live object.
#[inline]
pub unsafe fn PyFunction_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyFunction_Type) as c_int }
}
