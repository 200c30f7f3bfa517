//! `sysmodule.h` and `cpython/sysmodule.h`: the `sys` module.

use super::*;

/// Is told of audit events.
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub type Py_AuditHookFunction =
    Option<unsafe extern "C" fn(event: *const c_char, args: *mut PyObject, user_data: *mut c_void) -> c_int>;

c_api! {
    #[cfg(Py_2)]
    pub fn PySys_GetObject(name: *mut c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PySys_GetObject(name: *const c_char) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PySys_SetObject(name: *mut c_char, value: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PySys_SetObject(name: *const c_char, value: *mut PyObject) -> c_int;
    #[cfg(Py_2)]
    pub fn PySys_SetArgv(argc: c_int, argv: *mut *mut c_char);
    #[cfg(Py_3)]
    pub fn PySys_SetArgv(argc: c_int, argv: *mut *mut wchar_t);
    #[cfg(Py_2)]
    #[cfg(not(PyPy))]
    pub fn PySys_SetArgvEx(argc: c_int, argv: *mut *mut c_char, updatepath: c_int);
    #[cfg(Py_3)]
    #[cfg(not(PyPy))]
    pub fn PySys_SetArgvEx(argc: c_int, argv: *mut *mut wchar_t, updatepath: c_int);
    pub fn PySys_WriteStdout(format: *const c_char, ...);
    pub fn PySys_WriteStderr(format: *const c_char, ...);
    #[cfg(Py_3)]
    pub fn PySys_FormatStdout(format: *const c_char, ...);
    #[cfg(Py_3)]
    pub fn PySys_FormatStderr(format: *const c_char, ...);
    #[cfg(not(Py_3_15))]
    pub fn PySys_ResetWarnOptions();
    #[cfg(Py_3)]
    pub fn PySys_GetXOptions() -> *mut PyObject;
    #[cfg(all(Py_3_8, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PySys_Audit(event: *const c_char, argFormat: *const c_char, ...) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PySys_AuditTuple(event: *const c_char, args: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PySys_AddAuditHook(hook: Py_AuditHookFunction, user_data: *mut c_void) -> c_int;
    #[cfg(all(Py_3_12, not(Py_3_15), not(Py_LIMITED_API)))]
    pub fn PyUnstable_WritePerfMapEntry(
        code_addr: *const c_void,
        code_size: c_uint,
        entry_name: *const c_char,
    ) -> c_int;
    #[cfg(all(Py_3_15, not(Py_LIMITED_API)))]
    pub fn PyUnstable_WritePerfMapEntry(
        code_addr: *const c_void,
        code_size: usize,
        entry_name: *const c_char,
    ) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyUnstable_CopyPerfMapFile(parent_filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyUnstable_PerfTrampoline_CompileCode(code: *mut PyCodeObject) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyUnstable_PerfTrampoline_SetPersistAfterFork(enable: c_int) -> c_int;
    #[cfg(Py_2)]
    pub fn PySys_SetPath(path: *mut c_char);
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PySys_SetPath(path: *const wchar_t);
    #[cfg(Py_2)]
    pub fn PySys_AddWarnOption(option: *mut c_char);
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PySys_AddWarnOption(option: *const wchar_t);
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PySys_AddWarnOptionUnicode(option: *mut PyObject);
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PySys_HasWarnOptions() -> c_int;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PySys_AddXOption(option: *const wchar_t);
    #[cfg(Py_2)]
    pub fn PySys_GetFile(name: *mut c_char, default: *mut FILE) -> *mut FILE;
    #[cfg(Py_3_15)]
    pub fn PySys_GetAttr(name: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_15)]
    pub fn PySys_GetAttrString(name: *const c_char) -> *mut PyObject;
    #[cfg(Py_3_15)]
    pub fn PySys_GetOptionalAttr(name: *mut PyObject, value: *mut *mut PyObject) -> c_int;
    #[cfg(Py_3_15)]
    pub fn PySys_GetOptionalAttrString(name: *const c_char, value: *mut *mut PyObject) -> c_int;
}
