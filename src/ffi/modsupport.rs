//! `modsupport.h`: arguments, values and the contents of modules.

use super::*;

pub const PYTHON_API_VERSION: c_int = 1013;
/// The version of the stable ABI that a module says it was built for.
#[cfg(Py_3)]
pub const PYTHON_ABI_VERSION: c_int = 3;

c_api! {
    pub fn PyArg_Parse(arg1: *mut PyObject, arg2: *const c_char, ...) -> c_int;
    pub fn PyArg_ParseTuple(arg1: *mut PyObject, arg2: *const c_char, ...) -> c_int;
    pub fn PyArg_ParseTupleAndKeywords(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *const c_char,
        arg4: *const *mut c_char,
        ...
    ) -> c_int;
    #[cfg(Py_3)]
    pub fn PyArg_ValidateKeywordArguments(op: *mut PyObject) -> c_int;
    pub fn PyArg_UnpackTuple(
        arg1: *mut PyObject,
        arg2: *const c_char,
        arg3: Py_ssize_t,
        arg4: Py_ssize_t,
        ...
    ) -> c_int;
    pub fn Py_BuildValue(arg1: *const c_char, ...) -> *mut PyObject;
    #[cfg(Py_3_10)]
    pub fn PyModule_AddObjectRef(mod_: *mut PyObject, name: *const c_char, value: *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyModule_Add(mod_: *mut PyObject, name: *const c_char, value: *mut PyObject) -> c_int;
    pub fn PyModule_AddObject(mod_: *mut PyObject, arg2: *const c_char, value: *mut PyObject) -> c_int;
    pub fn PyModule_AddIntConstant(arg1: *mut PyObject, arg2: *const c_char, arg3: c_long) -> c_int;
    pub fn PyModule_AddStringConstant(arg1: *mut PyObject, arg2: *const c_char, arg3: *const c_char) -> c_int;
    #[cfg(Py_2)]
    #[cfg_attr(all(target_pointer_width = "64", not(Py_TRACE_REFS)), link_name = "Py_InitModule4_64")]
    #[cfg_attr(all(target_pointer_width = "64", Py_TRACE_REFS), link_name = "Py_InitModule4TraceRefs_64")]
    #[cfg_attr(all(not(target_pointer_width = "64"), Py_TRACE_REFS), link_name = "Py_InitModule4TraceRefs")]
    pub fn Py_InitModule4(
        name: *const c_char,
        methods: *mut PyMethodDef,
        doc: *const c_char,
        self_: *mut PyObject,
        apiver: c_int,
    ) -> *mut PyObject;
    #[cfg(Py_3_9)]
    pub fn PyModule_AddType(module: *mut PyObject, type_: *mut PyTypeObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyModule_SetDocString(arg1: *mut PyObject, arg2: *const c_char) -> c_int;
    #[cfg(Py_3)]
    pub fn PyModule_AddFunctions(arg1: *mut PyObject, arg2: *mut PyMethodDef) -> c_int;
    #[cfg(Py_3)]
    pub fn PyModule_ExecDef(module: *mut PyObject, def: *mut PyModuleDef) -> c_int;
    #[cfg(Py_3)]
    pub fn PyModule_Create2(arg1: *mut PyModuleDef, apiver: c_int) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyModule_FromDefAndSpec2(
        def: *mut PyModuleDef,
        spec: *mut PyObject,
        module_api_version: c_int,
    ) -> *mut PyObject;
}

/// A module from its definition, for single-phase initialisation.
#[cfg(Py_3)]
#[inline(always)]
pub unsafe fn PyModule_Create(def: *mut PyModuleDef) -> *mut PyObject {
    // SAFETY: the caller's `def` is static.
    unsafe {
        PyModule_Create2(def, if cfg!(Py_LIMITED_API) { PYTHON_ABI_VERSION } else { PYTHON_API_VERSION })
    }
}

/// A module from its definition and import spec, without running its exec slots.
#[cfg(Py_3)]
#[inline(always)]
pub unsafe fn PyModule_FromDefAndSpec(def: *mut PyModuleDef, spec: *mut PyObject) -> *mut PyObject {
    let version = if cfg!(Py_LIMITED_API) { PYTHON_ABI_VERSION } else { PYTHON_API_VERSION };
    // SAFETY: the caller's `def` is static, `spec` a live object.
    unsafe { PyModule_FromDefAndSpec2(def, spec, version) }
}
