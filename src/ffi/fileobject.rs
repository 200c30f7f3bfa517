//! `fileobject.h` and `cpython/fileobject.h`: file objects.

use super::*;

/// A file of 2.7.
#[cfg(Py_2)]
#[repr(C)]
pub struct PyFileObject {
    pub ob_base: PyObject,
    pub f_fp: *mut FILE,
    pub f_name: *mut PyObject,
    pub f_mode: *mut PyObject,
    pub f_close: Option<unsafe extern "C" fn(*mut FILE) -> c_int>,
    pub f_softspace: c_int,
    pub f_binary: c_int,
    pub f_buf: *mut c_char,
    pub f_bufend: *mut c_char,
    pub f_bufptr: *mut c_char,
    pub f_setbuf: *mut c_char,
    pub f_univ_newline: c_int,
    pub f_newlinetypes: c_int,
    pub f_skipnextlf: c_int,
    pub f_encoding: *mut PyObject,
    pub f_errors: *mut PyObject,
    pub weakreflist: *mut PyObject,
    pub unlocked_count: c_int,
    pub readable: c_int,
    pub writable: c_int,
}

/// Opens a file that is going to be run.
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub type Py_OpenCodeHookFunction =
    Option<unsafe extern "C" fn(path: *mut PyObject, user_data: *mut c_void) -> *mut PyObject>;

c_api! {
    #[cfg(Py_3)]
    pub fn PyFile_FromFd(
        fd: c_int,
        name: *const c_char,
        mode: *const c_char,
        buffering: c_int,
        encoding: *const c_char,
        errors: *const c_char,
        newline: *const c_char,
        closefd: c_int,
    ) -> *mut PyObject;
    pub fn PyFile_GetLine(file: *mut PyObject, n: c_int) -> *mut PyObject;
    pub fn PyFile_WriteObject(obj: *mut PyObject, file: *mut PyObject, flags: c_int) -> c_int;
    pub fn PyFile_WriteString(s: *const c_char, file: *mut PyObject) -> c_int;
    pub fn PyObject_AsFileDescriptor(obj: *mut PyObject) -> c_int;
    pub static mut Py_FileSystemDefaultEncoding: *const c_char;
    #[cfg(Py_3_6)]
    pub static mut Py_FileSystemDefaultEncodeErrors: *const c_char;
    #[cfg(Py_3)]
    pub static mut Py_HasFileSystemDefaultEncoding: c_int;
    #[cfg(Py_3_7)]
    pub static mut Py_UTF8Mode: c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn Py_UniversalNewlineFgets(
        buf: *mut c_char,
        n: c_int,
        fp: *mut FILE,
        file: *mut PyObject,
    ) -> *mut c_char;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyFile_NewStdPrinter(fd: c_int) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub static mut PyStdPrinter_Type: PyTypeObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyFile_OpenCode(utf8path: *const c_char) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyFile_OpenCodeObject(path: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyFile_SetOpenCodeHook(hook: Py_OpenCodeHookFunction, userData: *mut c_void) -> c_int;
    #[cfg(Py_2)]
    pub static mut PyFile_Type: PyTypeObject;
    #[cfg(Py_2)]
    pub fn PyFile_FromString(name: *mut c_char, mode: *mut c_char) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyFile_SetBufSize(file: *mut PyObject, bufsize: c_int);
    #[cfg(Py_2)]
    pub fn PyFile_SetEncoding(file: *mut PyObject, encoding: *const c_char) -> c_int;
    #[cfg(Py_2)]
    pub fn PyFile_SetEncodingAndErrors(
        file: *mut PyObject,
        encoding: *const c_char,
        errors: *mut c_char,
    ) -> c_int;
    #[cfg(Py_2)]
    pub fn PyFile_FromFile(
        fp: *mut FILE,
        name: *mut c_char,
        mode: *mut c_char,
        close: Option<unsafe extern "C" fn(*mut FILE) -> c_int>,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyFile_AsFile(file: *mut PyObject) -> *mut FILE;
    #[cfg(Py_2)]
    pub fn PyFile_IncUseCount(file: *mut PyFileObject);
    #[cfg(Py_2)]
    pub fn PyFile_DecUseCount(file: *mut PyFileObject);
    #[cfg(Py_2)]
    pub fn PyFile_Name(file: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyFile_SoftSpace(file: *mut PyObject, newflag: c_int) -> c_int;
    #[cfg(Py_2)]
    pub fn Py_UniversalNewlineFread(buf: *mut c_char, n: usize, fp: *mut FILE, file: *mut PyObject) -> usize;
}
