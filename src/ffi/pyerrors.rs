//! `pyerrors.h`: the current exception, and the exception classes.

use super::*;

/// The start of every exception (`PyException_HEAD` in C).
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyBaseExceptionObject {
    pub ob_base: PyObject,
    pub dict: *mut PyObject,
    pub args: *mut PyObject,
    #[cfg(Py_2)]
    pub message: *mut PyObject,
    #[cfg(Py_3_11)]
    pub notes: *mut PyObject,
    #[cfg(Py_3)]
    pub traceback: *mut PyObject,
    #[cfg(Py_3)]
    pub context: *mut PyObject,
    #[cfg(Py_3)]
    pub cause: *mut PyObject,
    #[cfg(Py_3)]
    pub suppress_context: c_char,
}

/// In C each of these repeats the fields of [`PyBaseExceptionObject`]; here the first field holds them. `suppress_context`
/// is followed by padding in both.
macro_rules! exceptions {
    ( $( $(#[$attr:meta])* $Name:ident { $( $(#[$field_attr:meta])* $field:ident: $Type:ty, )* } )* ) => { $(
        $(#[$attr])*
        #[cfg(not(Py_LIMITED_API))]
        #[repr(C)]
        pub struct $Name {
            pub base: PyBaseExceptionObject,
            $( $(#[$field_attr])* pub $field: $Type, )*
        }
    )* };
}

exceptions! {
    #[cfg(Py_3_11)]
    PyBaseExceptionGroupObject {
        msg: *mut PyObject,
        excs: *mut PyObject,
        #[cfg(Py_3_14)]
        excs_str: *mut PyObject,
    }
    PySyntaxErrorObject {
        msg: *mut PyObject,
        filename: *mut PyObject,
        lineno: *mut PyObject,
        offset: *mut PyObject,
        #[cfg(Py_3_10)]
        end_lineno: *mut PyObject,
        #[cfg(Py_3_10)]
        end_offset: *mut PyObject,
        text: *mut PyObject,
        print_file_and_line: *mut PyObject,
        #[cfg(Py_3_14)]
        metadata: *mut PyObject,
    }
    #[cfg(Py_3)]
    PyImportErrorObject {
        msg: *mut PyObject,
        name: *mut PyObject,
        path: *mut PyObject,
        #[cfg(Py_3_12)]
        name_from: *mut PyObject,
    }
    PyUnicodeErrorObject {
        encoding: *mut PyObject,
        object: *mut PyObject,
        start: Py_ssize_t,
        end: Py_ssize_t,
        reason: *mut PyObject,
    }
    PySystemExitObject {
        code: *mut PyObject,
    }
    #[cfg(Py_2)]
    PyEnvironmentErrorObject {
        myerrno: *mut PyObject,
        strerror: *mut PyObject,
        filename: *mut PyObject,
    }
    #[cfg(Py_3)]
    PyOSErrorObject {
        myerrno: *mut PyObject,
        strerror: *mut PyObject,
        filename: *mut PyObject,
        filename2: *mut PyObject,
        #[cfg(windows)]
        winerror: *mut PyObject,
        written: Py_ssize_t,
    }
    #[cfg(Py_3)]
    PyStopIterationObject {
        value: *mut PyObject,
    }
    #[cfg(Py_3_10)]
    PyNameErrorObject {
        name: *mut PyObject,
    }
    #[cfg(Py_3_10)]
    PyAttributeErrorObject {
        obj: *mut PyObject,
        name: *mut PyObject,
    }
}

c_api! {
    pub fn PyErr_SetNone(op: *mut PyObject);
    pub fn PyErr_SetObject(arg1: *mut PyObject, arg2: *mut PyObject);
    pub fn PyErr_SetString(exception: *mut PyObject, string: *const c_char);
    pub fn PyErr_Occurred() -> *mut PyObject;
    pub fn PyErr_Clear();
    pub fn PyErr_Fetch(arg1: *mut *mut PyObject, arg2: *mut *mut PyObject, arg3: *mut *mut PyObject);
    pub fn PyErr_Restore(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject);
    #[cfg(Py_3_12)]
    pub fn PyErr_GetRaisedException() -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyErr_SetRaisedException(op: *mut PyObject);
    #[cfg(Py_3_11)]
    pub fn PyErr_GetHandledException() -> *mut PyObject;
    #[cfg(Py_3_11)]
    pub fn PyErr_SetHandledException(op: *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyErr_GetExcInfo(arg1: *mut *mut PyObject, arg2: *mut *mut PyObject, arg3: *mut *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyErr_SetExcInfo(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject);
    pub fn Py_FatalError(message: *const c_char) -> !;
    pub fn PyErr_GivenExceptionMatches(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    pub fn PyErr_ExceptionMatches(op: *mut PyObject) -> c_int;
    pub fn PyErr_NormalizeException(
        arg1: *mut *mut PyObject,
        arg2: *mut *mut PyObject,
        arg3: *mut *mut PyObject,
    );
    #[cfg(Py_3)]
    pub fn PyException_SetTraceback(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyException_GetTraceback(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyException_GetCause(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyException_SetCause(arg1: *mut PyObject, arg2: *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyException_GetContext(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyException_SetContext(arg1: *mut PyObject, arg2: *mut PyObject);
    #[cfg(Py_3_12)]
    pub fn PyException_GetArgs(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyException_SetArgs(arg1: *mut PyObject, arg2: *mut PyObject);
    #[cfg(Py_3_8)]
    pub fn PyExceptionClass_Name(op: *mut PyObject) -> *const c_char;
    pub static mut PyExc_BaseException: *mut PyObject;
    pub static mut PyExc_Exception: *mut PyObject;
    #[cfg(Py_3_11)]
    pub static mut PyExc_BaseExceptionGroup: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_StopAsyncIteration: *mut PyObject;
    pub static mut PyExc_StopIteration: *mut PyObject;
    pub static mut PyExc_GeneratorExit: *mut PyObject;
    #[cfg(Py_2)]
    pub static mut PyExc_StandardError: *mut PyObject;
    pub static mut PyExc_ArithmeticError: *mut PyObject;
    pub static mut PyExc_LookupError: *mut PyObject;
    pub static mut PyExc_AssertionError: *mut PyObject;
    pub static mut PyExc_AttributeError: *mut PyObject;
    pub static mut PyExc_BufferError: *mut PyObject;
    #[cfg(Py_2)]
    pub static mut PyExc_MemoryErrorInst: *mut PyObject;
    #[cfg(Py_2)]
    pub static mut PyExc_RecursionErrorInst: *mut PyObject;
    pub static mut PyExc_EOFError: *mut PyObject;
    pub static mut PyExc_FloatingPointError: *mut PyObject;
    pub static mut PyExc_OSError: *mut PyObject;
    pub static mut PyExc_ImportError: *mut PyObject;
    #[cfg(Py_3_6)]
    pub static mut PyExc_ModuleNotFoundError: *mut PyObject;
    pub static mut PyExc_IndexError: *mut PyObject;
    pub static mut PyExc_KeyError: *mut PyObject;
    pub static mut PyExc_KeyboardInterrupt: *mut PyObject;
    pub static mut PyExc_MemoryError: *mut PyObject;
    pub static mut PyExc_NameError: *mut PyObject;
    pub static mut PyExc_OverflowError: *mut PyObject;
    pub static mut PyExc_RuntimeError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_RecursionError: *mut PyObject;
    pub static mut PyExc_NotImplementedError: *mut PyObject;
    pub static mut PyExc_SyntaxError: *mut PyObject;
    pub static mut PyExc_IndentationError: *mut PyObject;
    pub static mut PyExc_TabError: *mut PyObject;
    pub static mut PyExc_ReferenceError: *mut PyObject;
    pub static mut PyExc_SystemError: *mut PyObject;
    pub static mut PyExc_SystemExit: *mut PyObject;
    pub static mut PyExc_TypeError: *mut PyObject;
    pub static mut PyExc_UnboundLocalError: *mut PyObject;
    pub static mut PyExc_UnicodeError: *mut PyObject;
    pub static mut PyExc_UnicodeEncodeError: *mut PyObject;
    pub static mut PyExc_UnicodeDecodeError: *mut PyObject;
    pub static mut PyExc_UnicodeTranslateError: *mut PyObject;
    pub static mut PyExc_ValueError: *mut PyObject;
    pub static mut PyExc_ZeroDivisionError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_BlockingIOError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_BrokenPipeError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ChildProcessError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ConnectionError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ConnectionAbortedError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ConnectionRefusedError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ConnectionResetError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_FileExistsError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_FileNotFoundError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_InterruptedError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_IsADirectoryError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_NotADirectoryError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_PermissionError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ProcessLookupError: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_TimeoutError: *mut PyObject;
    pub static mut PyExc_EnvironmentError: *mut PyObject;
    pub static mut PyExc_IOError: *mut PyObject;
    pub static mut PyExc_Warning: *mut PyObject;
    pub static mut PyExc_UserWarning: *mut PyObject;
    pub static mut PyExc_DeprecationWarning: *mut PyObject;
    pub static mut PyExc_PendingDeprecationWarning: *mut PyObject;
    pub static mut PyExc_SyntaxWarning: *mut PyObject;
    pub static mut PyExc_RuntimeWarning: *mut PyObject;
    pub static mut PyExc_FutureWarning: *mut PyObject;
    pub static mut PyExc_ImportWarning: *mut PyObject;
    pub static mut PyExc_UnicodeWarning: *mut PyObject;
    pub static mut PyExc_BytesWarning: *mut PyObject;
    #[cfg(Py_3_10)]
    pub static mut PyExc_EncodingWarning: *mut PyObject;
    #[cfg(Py_3)]
    pub static mut PyExc_ResourceWarning: *mut PyObject;
    pub fn PyErr_BadArgument() -> c_int;
    pub fn PyErr_NoMemory() -> *mut PyObject;
    pub fn PyErr_SetFromErrno(op: *mut PyObject) -> *mut PyObject;
    pub fn PyErr_SetFromErrnoWithFilenameObject(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyErr_SetFromErrnoWithFilenameObjects(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyErr_SetFromErrnoWithFilename(exc: *mut PyObject, filename: *const c_char) -> *mut PyObject;
    pub fn PyErr_Format(exception: *mut PyObject, format: *const c_char, ...) -> *mut PyObject;
    #[cfg(Py_3_6)]
    pub fn PyErr_SetImportErrorSubclass(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
        arg4: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyErr_SetImportError(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyErr_BadInternalCall();
    pub fn _PyErr_BadInternalCall(filename: *const c_char, lineno: c_int);
    pub fn PyErr_NewException(name: *const c_char, base: *mut PyObject, dict: *mut PyObject) -> *mut PyObject;
    pub fn PyErr_NewExceptionWithDoc(
        name: *const c_char,
        doc: *const c_char,
        base: *mut PyObject,
        dict: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyErr_WriteUnraisable(op: *mut PyObject);
    pub fn PyErr_CheckSignals() -> c_int;
    pub fn PyErr_SetInterrupt();
    #[cfg(Py_3_10)]
    pub fn PyErr_SetInterruptEx(signum: c_int) -> c_int;
    pub fn PyErr_SyntaxLocation(filename: *const c_char, lineno: c_int);
    #[cfg(Py_3)]
    pub fn PyErr_SyntaxLocationEx(filename: *const c_char, lineno: c_int, col_offset: c_int);
    pub fn PyErr_ProgramText(filename: *const c_char, lineno: c_int) -> *mut PyObject;
    pub fn PyUnicodeDecodeError_Create(
        encoding: *const c_char,
        object: *const c_char,
        length: Py_ssize_t,
        start: Py_ssize_t,
        end: Py_ssize_t,
        reason: *const c_char,
    ) -> *mut PyObject;
    pub fn PyUnicodeEncodeError_GetEncoding(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeDecodeError_GetEncoding(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeEncodeError_GetObject(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeDecodeError_GetObject(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeTranslateError_GetObject(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeEncodeError_GetStart(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeDecodeError_GetStart(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeTranslateError_GetStart(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeEncodeError_SetStart(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeDecodeError_SetStart(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeTranslateError_SetStart(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeEncodeError_GetEnd(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeDecodeError_GetEnd(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeTranslateError_GetEnd(arg1: *mut PyObject, arg2: *mut Py_ssize_t) -> c_int;
    pub fn PyUnicodeEncodeError_SetEnd(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeDecodeError_SetEnd(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeTranslateError_SetEnd(arg1: *mut PyObject, arg2: Py_ssize_t) -> c_int;
    pub fn PyUnicodeEncodeError_GetReason(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeDecodeError_GetReason(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeTranslateError_GetReason(op: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicodeEncodeError_SetReason(exc: *mut PyObject, reason: *const c_char) -> c_int;
    pub fn PyUnicodeDecodeError_SetReason(exc: *mut PyObject, reason: *const c_char) -> c_int;
    pub fn PyUnicodeTranslateError_SetReason(exc: *mut PyObject, reason: *const c_char) -> c_int;
    pub fn PyOS_snprintf(str_: *mut c_char, size: usize, format: *const c_char, ...) -> c_int;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyErr_ChainExceptions(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject);
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn _PyErr_ChainExceptions1(op: *mut PyObject);
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Exc_PrepReraiseStar(orig: *mut PyObject, excs: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PySignal_SetWakeupFd(fd: c_int) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyErr_SyntaxLocationObject(filename: *mut PyObject, lineno: c_int, col_offset: c_int);
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    pub fn PyErr_RangedSyntaxLocationObject(
        filename: *mut PyObject,
        lineno: c_int,
        col_offset: c_int,
        end_lineno: c_int,
        end_col_offset: c_int,
    );
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyErr_ProgramTextObject(filename: *mut PyObject, lineno: c_int) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyUnicodeEncodeError_Create(
        encoding: *const c_char,
        object: *const Py_UNICODE,
        length: Py_ssize_t,
        start: Py_ssize_t,
        end: Py_ssize_t,
        reason: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyUnicodeTranslateError_Create(
        object: *const Py_UNICODE,
        length: Py_ssize_t,
        start: Py_ssize_t,
        end: Py_ssize_t,
        reason: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyErr_FormatUnraisable(arg1: *const c_char, ...);
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub static mut PyExc_PythonFinalizationError: *mut PyObject;
}

#[inline]
pub unsafe fn PyExceptionClass_Check(x: *mut PyObject) -> c_int {
    // SAFETY: the caller's `x` is a live object; if it is a type, its flags can be read.
    unsafe {
        #[cfg(Py_2)]
        if PyClass_Check(x) != 0 {
            return 1;
        }
        (PyType_Check(x) != 0 && PyType_FastSubclass(x.cast(), Py_TPFLAGS_BASE_EXC_SUBCLASS) != 0) as c_int
    }
}

#[inline]
pub unsafe fn PyExceptionInstance_Check(x: *mut PyObject) -> c_int {
    // SAFETY: the caller's `x` is a live object.
    unsafe {
        #[cfg(Py_2)]
        if PyInstance_Check(x) != 0 {
            return 1;
        }
        PyType_FastSubclass(Py_TYPE(x), Py_TPFLAGS_BASE_EXC_SUBCLASS)
    }
}
