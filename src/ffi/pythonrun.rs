//! `pythonrun.h` and `cpython/pythonrun.h`: compiling and running source text.

use super::*;

c_api! {
    #[cfg(any(Py_3_10, Py_LIMITED_API))]
    pub fn Py_CompileString(source: *const c_char, filename: *const c_char, start: c_int) -> *mut PyObject;
    pub fn PyErr_Print();
    pub fn PyErr_PrintEx(set_sys_last_vars: c_int);
    pub fn PyErr_Display(exc: *mut PyObject, value: *mut PyObject, tb: *mut PyObject);
    #[cfg(Py_3_12)]
    pub fn PyErr_DisplayException(exc: *mut PyObject);
    pub static mut PyOS_InputHook: Option<unsafe extern "C" fn() -> c_int>;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_SimpleStringFlags(source: *const c_char, flags: *mut PyCompilerFlags) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_AnyFileExFlags(
        fp: *mut FILE,
        filename: *const c_char,
        closeit: c_int,
        flags: *mut PyCompilerFlags,
    ) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_SimpleFileExFlags(
        fp: *mut FILE,
        filename: *const c_char,
        closeit: c_int,
        flags: *mut PyCompilerFlags,
    ) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_InteractiveOneFlags(
        fp: *mut FILE,
        filename: *const c_char,
        flags: *mut PyCompilerFlags,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyRun_InteractiveOneObject(
        fp: *mut FILE,
        filename: *mut PyObject,
        flags: *mut PyCompilerFlags,
    ) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_InteractiveLoopFlags(
        fp: *mut FILE,
        filename: *const c_char,
        flags: *mut PyCompilerFlags,
    ) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_StringFlags(
        source: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
        flags: *mut PyCompilerFlags,
    ) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_FileExFlags(
        fp: *mut FILE,
        filename: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
        closeit: c_int,
        flags: *mut PyCompilerFlags,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn Py_CompileStringExFlags(
        str_: *const c_char,
        filename: *const c_char,
        start: c_int,
        flags: *mut PyCompilerFlags,
        optimize: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn Py_CompileStringObject(
        str_: *const c_char,
        filename: *mut PyObject,
        start: c_int,
        flags: *mut PyCompilerFlags,
        optimize: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_String(
        source: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_AnyFile(fp: *mut FILE, filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_AnyFileEx(fp: *mut FILE, filename: *const c_char, closeit: c_int) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyRun_AnyFileFlags(fp: *mut FILE, filename: *const c_char, flags: *mut PyCompilerFlags) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_SimpleString(source: *const c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_SimpleFile(fp: *mut FILE, filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_SimpleFileEx(fp: *mut FILE, filename: *const c_char, closeit: c_int) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_InteractiveOne(fp: *mut FILE, filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_InteractiveLoop(fp: *mut FILE, filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_File(
        fp: *mut FILE,
        filename: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_FileEx(
        fp: *mut FILE,
        filename: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
        closeit: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyRun_FileFlags(
        fp: *mut FILE,
        filename: *const c_char,
        start: c_int,
        globals: *mut PyObject,
        locals: *mut PyObject,
        flags: *mut PyCompilerFlags,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyOS_Readline(stdin: *mut FILE, stdout: *mut FILE, prompt: *mut c_char) -> *mut c_char;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyOS_Readline(stdin: *mut FILE, stdout: *mut FILE, prompt: *const c_char) -> *mut c_char;
    #[cfg(Py_2)]
    pub static mut PyOS_ReadlineFunctionPointer:
        Option<unsafe extern "C" fn(stdin: *mut FILE, stdout: *mut FILE, prompt: *mut c_char) -> *mut c_char>;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub static mut PyOS_ReadlineFunctionPointer:
        Option<unsafe extern "C" fn(stdin: *mut FILE, stdout: *mut FILE, prompt: *const c_char) -> *mut c_char>;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub static mut _PyOS_ReadlineTState: *mut PyThreadState;
    #[cfg(Py_2)]
    pub fn Py_CompileStringFlags(
        source: *const c_char,
        filename: *const c_char,
        start: c_int,
        flags: *mut PyCompilerFlags,
    ) -> *mut PyObject;
}

/// `PyRun_StringFlags` without flags; a macro before 3.8.
///
/// # Safety
/// As for `PyRun_StringFlags`.
#[cfg(all(not(Py_3_8), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyRun_String(
    source: *const c_char,
    start: c_int,
    globals: *mut PyObject,
    locals: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise; null stands for no flags.
    unsafe { PyRun_StringFlags(source, start, globals, locals, std::ptr::null_mut()) }
}

/// `PyRun_SimpleStringFlags` without flags; a macro before 3.8.
///
/// # Safety
/// As for `PyRun_SimpleStringFlags`.
#[cfg(all(not(Py_3_8), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyRun_SimpleString(source: *const c_char) -> c_int {
    // SAFETY: the caller's promise; null stands for no flags.
    unsafe { PyRun_SimpleStringFlags(source, std::ptr::null_mut()) }
}

/// `Py_CompileStringExFlags` at the interpreter's own optimisation level; a macro before 3.10 and after.
///
/// # Safety
/// As for `Py_CompileStringExFlags`.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_CompileStringFlags(
    source: *const c_char,
    filename: *const c_char,
    start: c_int,
    flags: *mut PyCompilerFlags,
) -> *mut PyObject {
    // SAFETY: the caller's promise; -1 stands for the interpreter's own level.
    unsafe { Py_CompileStringExFlags(source, filename, start, flags, -1) }
}

/// `Py_CompileStringFlags` without flags; a macro before 3.10.
///
/// # Safety
/// As for `Py_CompileStringFlags`.
#[cfg(all(not(Py_3_10), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_CompileString(
    source: *const c_char,
    filename: *const c_char,
    start: c_int,
) -> *mut PyObject {
    // SAFETY: the caller's promise; null stands for no flags.
    unsafe { Py_CompileStringFlags(source, filename, start, std::ptr::null_mut()) }
}
