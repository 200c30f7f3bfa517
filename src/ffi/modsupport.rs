//! `modsupport.h`: arguments, values and the contents of modules.

use super::*;

pub const PYTHON_API_VERSION: c_int = 1013;
/// The version of the stable ABI that a module says it was built for.
#[cfg(Py_3)]
pub const PYTHON_ABI_VERSION: c_int = 3;

/// What a module says of the ABI that it was built for: the value of [`Py_mod_abi`].
#[cfg(Py_3_15)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyABIInfo {
    /// 1 for this struct.
    pub abiinfo_major_version: u8,
    pub abiinfo_minor_version: u8,
    pub flags: u16,
    /// The version of the headers, as in `Py_Version`; 0 for who uses none.
    pub build_version: u32,
    /// The version of the ABI, likewise; under the limited API that one's.
    pub abi_version: u32,
}

#[cfg(Py_3_15)]
pub const PyABIInfo_STABLE: u16 = 0x0001;
#[cfg(Py_3_15)]
pub const PyABIInfo_GIL: u16 = 0x0002;
#[cfg(Py_3_15)]
pub const PyABIInfo_FREETHREADED: u16 = 0x0004;
#[cfg(Py_3_15)]
pub const PyABIInfo_INTERNAL: u16 = 0x0008;
#[cfg(Py_3_15)]
pub const PyABIInfo_FREETHREADING_AGNOSTIC: u16 = PyABIInfo_GIL | PyABIInfo_FREETHREADED;
/// What the crate was compiled for.
#[cfg(Py_3_15)]
pub const PyABIInfo_DEFAULT_FLAGS: u16 = if cfg!(Py_LIMITED_API) { PyABIInfo_STABLE } else { 0 }
    | if cfg!(Py_TARGET_ABI3T) {
        PyABIInfo_FREETHREADING_AGNOSTIC
    } else if cfg!(Py_GIL_DISABLED) {
        PyABIInfo_FREETHREADED
    } else {
        PyABIInfo_GIL
    };

/// What `PyABIInfo_VAR` declares in C.
#[cfg(Py_3_15)]
pub const PyABIInfo_DEFAULT: PyABIInfo = PyABIInfo {
    abiinfo_major_version: 1,
    abiinfo_minor_version: 0,
    flags: PyABIInfo_DEFAULT_FLAGS,
    build_version: 0,
    // Without a patch release: which one it is, is not known when the crate is compiled.
    abi_version: (PY_MAJOR_VERSION as u32) << 24 | (PY_MINOR_VERSION as u32) << 16,
};

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
    #[cfg(Py_3_15)]
    pub fn PyABIInfo_Check(info: *mut PyABIInfo, module_name: *const c_char) -> c_int;
}

/// A module from its definition, for single-phase initialisation.
#[cfg(Py_3)]
#[inline]
pub unsafe fn PyModule_Create(def: *mut PyModuleDef) -> *mut PyObject {
    // SAFETY: the caller's `def` is static.
    unsafe {
        PyModule_Create2(def, if cfg!(Py_LIMITED_API) { PYTHON_ABI_VERSION } else { PYTHON_API_VERSION })
    }
}

/// A module from its definition and import spec, without running its exec slots.
#[cfg(Py_3)]
#[inline]
pub unsafe fn PyModule_FromDefAndSpec(def: *mut PyModuleDef, spec: *mut PyObject) -> *mut PyObject {
    let version = if cfg!(Py_LIMITED_API) { PYTHON_ABI_VERSION } else { PYTHON_API_VERSION };
    // SAFETY: the caller's `def` is static, `spec` a live object.
    unsafe { PyModule_FromDefAndSpec2(def, spec, version) }
}
