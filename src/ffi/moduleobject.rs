//! `moduleobject.h`: modules and their definitions.

use super::*;

/// The start of a [`PyModuleDef`].
#[cfg(not(Py_TARGET_ABI3T))]
#[repr(C)]
pub struct PyModuleDef_Base {
    pub ob_base: PyObject,
    pub m_init: Option<unsafe extern "C" fn() -> *mut PyObject>,
    pub m_index: Py_ssize_t,
    pub m_copy: *mut PyObject,
}

/// What a static [`PyModuleDef`] starts with.
#[cfg(not(Py_TARGET_ABI3T))]
pub const PyModuleDef_HEAD_INIT: PyModuleDef_Base =
    PyModuleDef_Base { ob_base: PyObject_HEAD_INIT, m_init: None, m_index: 0, m_copy: std::ptr::null_mut() };

/// One step of a multi-phase initialisation.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyModuleDef_Slot {
    pub slot: c_int,
    pub value: *mut c_void,
}

// SAFETY: the interpreter only reads a slot; what it points to is static wherever the slot is.
unsafe impl Sync for PyModuleDef_Slot {}

#[cfg(Py_3)]
pub const Py_mod_create: c_int = if cfg!(Py_3_15) { 84 } else { 1 };
#[cfg(Py_3)]
pub const Py_mod_exec: c_int = if cfg!(Py_3_15) { 85 } else { 2 };
#[cfg(Py_3_12)]
pub const Py_mod_multiple_interpreters: c_int = if cfg!(Py_3_15) { 86 } else { 3 };
#[cfg(Py_3_13)]
pub const Py_mod_gil: c_int = if cfg!(Py_3_15) { 87 } else { 4 };

#[cfg(Py_3_12)]
pub const Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED: *mut c_void = std::ptr::without_provenance_mut(0);
#[cfg(Py_3_12)]
pub const Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED: *mut c_void = std::ptr::without_provenance_mut(1);
#[cfg(Py_3_12)]
pub const Py_MOD_PER_INTERPRETER_GIL_SUPPORTED: *mut c_void = std::ptr::without_provenance_mut(2);
#[cfg(Py_3_13)]
pub const Py_MOD_GIL_USED: *mut c_void = std::ptr::without_provenance_mut(0);
#[cfg(Py_3_13)]
pub const Py_MOD_GIL_NOT_USED: *mut c_void = std::ptr::without_provenance_mut(1);

/// The definition of a module, which `abi3t` hides: it begins as an object does.
#[cfg(Py_TARGET_ABI3T)]
#[repr(C)]
pub struct PyModuleDef {
    ob_base: PyObject,
}

/// The definition of a module. (2.7 has none: `compat2::PyModule_Create` reads it.)
#[cfg(not(Py_TARGET_ABI3T))]
#[repr(C)]
pub struct PyModuleDef {
    pub m_base: PyModuleDef_Base,
    pub m_name: *const c_char,
    pub m_doc: *const c_char,
    pub m_size: Py_ssize_t,
    pub m_methods: *mut PyMethodDef,
    pub m_slots: *mut PyModuleDef_Slot,
    pub m_traverse: Option<traverseproc>,
    pub m_clear: Option<inquiry>,
    pub m_free: Option<freefunc>,
}

c_api! {
    pub static mut PyModule_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub fn PyModule_NewObject(name: *mut PyObject) -> *mut PyObject;
    pub fn PyModule_New(name: *const c_char) -> *mut PyObject;
    pub fn PyModule_GetDict(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyModule_GetNameObject(op: *mut PyObject) -> *mut PyObject;
    pub fn PyModule_GetName(op: *mut PyObject) -> *const c_char;
    pub fn PyModule_GetFilename(op: *mut PyObject) -> *const c_char;
    #[cfg(Py_3)]
    pub fn PyModule_GetFilenameObject(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyModule_GetDef(op: *mut PyObject) -> *mut PyModuleDef;
    #[cfg(Py_3)]
    pub fn PyModule_GetState(op: *mut PyObject) -> *mut c_void;
    #[cfg(Py_3)]
    pub fn PyModuleDef_Init(arg1: *mut PyModuleDef) -> *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyModuleDef_Type: PyTypeObject;
    #[cfg(Py_3_15)]
    pub fn PyModule_FromSlotsAndSpec(slots: *const PySlot, spec: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_15)]
    pub fn PyModule_Exec(module: *mut PyObject) -> c_int;
    #[cfg(Py_3_15)]
    pub fn PyModule_GetStateSize(module: *mut PyObject, result: *mut Py_ssize_t) -> c_int;
    #[cfg(Py_3_15)]
    pub fn PyModule_GetToken(module: *mut PyObject, result: *mut *mut c_void) -> c_int;
    #[cfg(Py_3_15)]
    pub fn PyModule_GetState_DuringGC(module: *mut PyObject) -> *mut c_void;
    #[cfg(Py_3_15)]
    pub fn PyModule_GetToken_DuringGC(module: *mut PyObject, result: *mut *mut c_void) -> c_int;
}

#[inline]
pub unsafe fn PyModule_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyModule_Type) }
}

#[inline]
pub unsafe fn PyModule_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyModule_Type) }
}
