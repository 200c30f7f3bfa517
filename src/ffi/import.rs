//! `import.h`: importing, and the tables of built-in and frozen modules.

use super::*;

/// One row of the table of built-in modules.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct _inittab {
    pub name: *const c_char,
    #[cfg(Py_2)]
    pub initfunc: Option<unsafe extern "C" fn()>,
    #[cfg(Py_3)]
    pub initfunc: Option<unsafe extern "C" fn() -> *mut PyObject>,
}

/// One row of the table of frozen modules.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct _frozen {
    pub name: *const c_char,
    pub code: *const c_uchar,
    pub size: c_int,
    #[cfg(Py_3_11)]
    pub is_package: c_int,
    #[cfg(all(Py_3_11, not(Py_3_13)))]
    pub get_code: Option<unsafe extern "C" fn() -> *mut PyObject>,
}

c_api! {
    pub fn PyImport_GetMagicNumber() -> c_long;
    #[cfg(Py_3)]
    pub fn PyImport_GetMagicTag() -> *const c_char;
    pub fn PyImport_ExecCodeModule(name: *const c_char, co: *mut PyObject) -> *mut PyObject;
    pub fn PyImport_ExecCodeModuleEx(
        name: *const c_char,
        co: *mut PyObject,
        pathname: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyImport_ExecCodeModuleWithPathnames(
        name: *const c_char,
        co: *mut PyObject,
        pathname: *const c_char,
        cpathname: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyImport_ExecCodeModuleObject(
        name: *mut PyObject,
        co: *mut PyObject,
        pathname: *mut PyObject,
        cpathname: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyImport_GetModuleDict() -> *mut PyObject;
    #[cfg(Py_3_7)]
    pub fn PyImport_GetModule(name: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyImport_AddModuleObject(name: *mut PyObject) -> *mut PyObject;
    pub fn PyImport_AddModule(name: *const c_char) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyImport_AddModuleRef(name: *const c_char) -> *mut PyObject;
    pub fn PyImport_ImportModule(name: *const c_char) -> *mut PyObject;
    #[cfg(not(Py_3_15))]
    pub fn PyImport_ImportModuleNoBlock(name: *const c_char) -> *mut PyObject;
    pub fn PyImport_ImportModuleLevel(
        name: *const c_char,
        globals: *mut PyObject,
        locals: *mut PyObject,
        fromlist: *mut PyObject,
        level: c_int,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyImport_ImportModuleLevelObject(
        name: *mut PyObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
        fromlist: *mut PyObject,
        level: c_int,
    ) -> *mut PyObject;
    pub fn PyImport_GetImporter(path: *mut PyObject) -> *mut PyObject;
    pub fn PyImport_Import(name: *mut PyObject) -> *mut PyObject;
    pub fn PyImport_ReloadModule(m: *mut PyObject) -> *mut PyObject;
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyImport_Cleanup();
    #[cfg(Py_3)]
    pub fn PyImport_ImportFrozenModuleObject(name: *mut PyObject) -> c_int;
    pub fn PyImport_ImportFrozenModule(name: *const c_char) -> c_int;
    #[cfg(Py_3)]
    pub fn PyImport_AppendInittab(
        name: *const c_char,
        initfunc: Option<unsafe extern "C" fn() -> *mut PyObject>,
    ) -> c_int;
    #[cfg(Py_2)]
    pub fn PyImport_AppendInittab(name: *const c_char, initfunc: Option<unsafe extern "C" fn()>) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub static mut PyImport_Inittab: *mut _inittab;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyImport_ExtendInittab(newtab: *mut _inittab) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub static mut PyImport_FrozenModules: *const _frozen;
}
