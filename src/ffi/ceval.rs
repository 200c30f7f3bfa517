//! `ceval.h` and `cpython/ceval.h`: running code, the GIL, pending calls, the recursion limit.

use super::*;

c_api! {
    #[cfg(Py_2)]
    pub fn PyEval_EvalCode(
        code: *mut PyCodeObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyEval_EvalCode(
        code: *mut PyObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyEval_EvalCodeEx(
        co: *mut PyCodeObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
        args: *mut *mut PyObject,
        argc: c_int,
        kwds: *mut *mut PyObject,
        kwdc: c_int,
        defs: *mut *mut PyObject,
        defc: c_int,
        closure: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_7)))]
    pub fn PyEval_EvalCodeEx(
        co: *mut PyObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
        args: *mut *mut PyObject,
        argc: c_int,
        kwds: *mut *mut PyObject,
        kwdc: c_int,
        defs: *mut *mut PyObject,
        defc: c_int,
        kwdefs: *mut PyObject,
        closure: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3_7)]
    pub fn PyEval_EvalCodeEx(
        co: *mut PyObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
        args: *const *mut PyObject,
        argc: c_int,
        kwds: *const *mut PyObject,
        kwdc: c_int,
        defs: *const *mut PyObject,
        defc: c_int,
        kwdefs: *mut PyObject,
        closure: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyEval_GetBuiltins() -> *mut PyObject;
    pub fn PyEval_GetGlobals() -> *mut PyObject;
    pub fn PyEval_GetLocals() -> *mut PyObject;
    pub fn PyEval_GetFrame() -> *mut PyFrameObject;
    #[cfg(Py_3_13)]
    pub fn PyEval_GetFrameBuiltins() -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyEval_GetFrameGlobals() -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyEval_GetFrameLocals() -> *mut PyObject;
    pub fn Py_AddPendingCall(
        func: Option<unsafe extern "C" fn(*mut c_void) -> c_int>,
        arg: *mut c_void,
    ) -> c_int;
    pub fn Py_MakePendingCalls() -> c_int;
    pub fn Py_SetRecursionLimit(limit: c_int);
    pub fn Py_GetRecursionLimit() -> c_int;
    #[cfg(Py_3_9)]
    pub fn Py_EnterRecursiveCall(where_: *const c_char) -> c_int;
    #[cfg(Py_3_9)]
    pub fn Py_LeaveRecursiveCall();
    pub fn PyEval_GetFuncName(func: *mut PyObject) -> *const c_char;
    pub fn PyEval_GetFuncDesc(func: *mut PyObject) -> *const c_char;
    pub fn PyEval_EvalFrame(frame: *mut PyFrameObject) -> *mut PyObject;
    pub fn PyEval_EvalFrameEx(f: *mut PyFrameObject, exc: c_int) -> *mut PyObject;
    pub fn PyEval_SaveThread() -> *mut PyThreadState;
    pub fn PyEval_RestoreThread(tstate: *mut PyThreadState);
    pub fn PyEval_InitThreads();
    pub fn PyEval_AcquireThread(tstate: *mut PyThreadState);
    pub fn PyEval_ReleaseThread(tstate: *mut PyThreadState);
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyEval_SetProfile(func: Py_tracefunc, arg: *mut PyObject);
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyEval_SetProfileAllThreads(func: Py_tracefunc, arg: *mut PyObject);
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyEval_SetTrace(func: Py_tracefunc, arg: *mut PyObject);
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyEval_SetTraceAllThreads(func: Py_tracefunc, arg: *mut PyObject);
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyEval_MergeCompilerFlags(cf: *mut PyCompilerFlags) -> c_int;
    #[cfg(all(Py_3_6, not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn _PyEval_EvalFrameDefault(f: *mut PyFrameObject, exc: c_int) -> *mut PyObject;
    #[cfg(all(Py_3_9, not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn _PyEval_EvalFrameDefault(
        tstate: *mut PyThreadState,
        f: *mut PyFrameObject,
        exc: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn _PyEval_EvalFrameDefault(
        tstate: *mut PyThreadState,
        f: *mut _PyInterpreterFrame,
        exc: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Eval_RequestCodeExtraIndex(free: freefunc) -> Py_ssize_t;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_CallObjectWithKeywords(
        callable: *mut PyObject,
        args: *mut PyObject,
        kwargs: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_CallFunction(callable: *mut PyObject, format: *const c_char, ...) -> *mut PyObject;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_CallMethod(
        obj: *mut PyObject,
        methodname: *const c_char,
        format: *const c_char,
        ...,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_ThreadsInitialized() -> c_int;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_AcquireLock();
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyEval_ReleaseLock();
    #[cfg(all(Py_3_6, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn _PyEval_RequestCodeExtraIndex(free: freefunc) -> Py_ssize_t;
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn _Py_CheckRecursiveCall(where_: *const c_char) -> c_int;
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub static mut _Py_CheckRecursionLimit: c_int;
    #[cfg(Py_2)]
    pub fn Py_FlushLine() -> c_int;
}
