//! `pystate.h` and `cpython/pystate.h`: thread states and interpreter states.

use super::*;

// Of older versions `ffi::compat_runtime` reads the first fields; newer ones have functions that return them.
/// The state of one thread in one interpreter. Never made or copied here; but for 2.7, what follows the last field is unknown.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyThreadState {
    #[cfg(Py_3)]
    pub prev: *mut PyThreadState,
    pub next: *mut PyThreadState,
    pub interp: *mut PyInterpreterState,
    pub frame: *mut PyFrameObject,
    pub recursion_depth: c_int,
    #[cfg(Py_3)]
    pub overflowed: c_char,
    #[cfg(Py_3)]
    pub recursion_critical: c_char,
    #[cfg(Py_2)]
    pub tracing: c_int,
    #[cfg(Py_2)]
    pub use_tracing: c_int,
    #[cfg(Py_2)]
    pub c_profilefunc: Py_tracefunc,
    #[cfg(Py_2)]
    pub c_tracefunc: Py_tracefunc,
    #[cfg(Py_2)]
    pub c_profileobj: *mut PyObject,
    #[cfg(Py_2)]
    pub c_traceobj: *mut PyObject,
    #[cfg(Py_2)]
    pub curexc_type: *mut PyObject,
    #[cfg(Py_2)]
    pub curexc_value: *mut PyObject,
    #[cfg(Py_2)]
    pub curexc_traceback: *mut PyObject,
    #[cfg(Py_2)]
    pub exc_type: *mut PyObject,
    #[cfg(Py_2)]
    pub exc_value: *mut PyObject,
    #[cfg(Py_2)]
    pub exc_traceback: *mut PyObject,
    #[cfg(Py_2)]
    pub dict: *mut PyObject,
    #[cfg(Py_2)]
    pub tick_counter: c_int,
    #[cfg(Py_2)]
    pub gilstate_counter: c_int,
    #[cfg(Py_2)]
    pub async_exc: *mut PyObject,
    #[cfg(Py_2)]
    pub thread_id: c_long,
    #[cfg(Py_2)]
    pub trash_delete_nesting: c_int,
    #[cfg(Py_2)]
    pub trash_delete_later: *mut PyObject,
    _pin: Opaque,
}
/// The state of one thread in one interpreter.
#[cfg(any(Py_3_9, Py_LIMITED_API))]
#[repr(C)]
pub struct PyThreadState {
    _opaque: [u8; 0],
    _pin: Opaque,
}

/// The state of one interpreter. Never made or copied here; what follows the last field is unknown.
#[cfg(all(not(Py_3_7), not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyInterpreterState {
    pub next: *mut PyInterpreterState,
    pub tstate_head: *mut PyThreadState,
    pub modules: *mut PyObject,
    #[cfg(Py_3)]
    pub modules_by_index: *mut PyObject,
    pub sysdict: *mut PyObject,
    _pin: Opaque,
}
/// The state of one interpreter.
#[cfg(any(Py_3_7, Py_LIMITED_API))]
#[repr(C)]
pub struct PyInterpreterState {
    _opaque: [u8; 0],
    _pin: Opaque,
}

/// What `PyGILState_Ensure` found, to be handed to `PyGILState_Release`.
pub type PyGILState_STATE = c_uint;
/// The thread held the GIL already.
pub const PyGILState_LOCKED: PyGILState_STATE = 0;
/// The thread did not hold the GIL.
pub const PyGILState_UNLOCKED: PyGILState_STATE = 1;

/// A profile or trace function.
#[cfg(not(Py_LIMITED_API))]
pub type Py_tracefunc = Option<
    unsafe extern "C" fn(
        obj: *mut PyObject,
        frame: *mut PyFrameObject,
        what: c_int,
        arg: *mut PyObject,
    ) -> c_int,
>;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_CALL: c_int = 0;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_EXCEPTION: c_int = 1;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_LINE: c_int = 2;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_RETURN: c_int = 3;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_C_CALL: c_int = 4;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_C_EXCEPTION: c_int = 5;
#[cfg(not(Py_LIMITED_API))]
pub const PyTrace_C_RETURN: c_int = 6;
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub const PyTrace_OPCODE: c_int = 7;

/// Evaluates a frame (PEP 523).
#[cfg(all(Py_3_9, not(Py_3_11), not(Py_LIMITED_API)))]
pub type _PyFrameEvalFunction = Option<
    unsafe extern "C" fn(
        tstate: *mut PyThreadState,
        frame: *mut PyFrameObject,
        throwflag: c_int,
    ) -> *mut PyObject,
>;
/// Evaluates a frame (PEP 523).
#[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
pub type _PyFrameEvalFunction = Option<
    unsafe extern "C" fn(
        tstate: *mut PyThreadState,
        frame: *mut _PyInterpreterFrame,
        throwflag: c_int,
    ) -> *mut PyObject,
>;

c_api! {
    pub fn PyInterpreterState_New() -> *mut PyInterpreterState;
    pub fn PyInterpreterState_Clear(interp: *mut PyInterpreterState);
    pub fn PyInterpreterState_Delete(interp: *mut PyInterpreterState);
    #[cfg(Py_3_9)]
    #[cfg(not(PyPy))]
    pub fn PyInterpreterState_Get() -> *mut PyInterpreterState;
    #[cfg(Py_3_8)]
    pub fn PyInterpreterState_GetDict(interp: *mut PyInterpreterState) -> *mut PyObject;
    #[cfg(Py_3_7)]
    pub fn PyInterpreterState_GetID(interp: *mut PyInterpreterState) -> i64;
    #[cfg(Py_3)]
    pub fn PyState_AddModule(module: *mut PyObject, def: *mut PyModuleDef) -> c_int;
    #[cfg(Py_3)]
    pub fn PyState_RemoveModule(def: *mut PyModuleDef) -> c_int;
    #[cfg(Py_3)]
    pub fn PyState_FindModule(def: *mut PyModuleDef) -> *mut PyObject;
    pub fn PyThreadState_New(interp: *mut PyInterpreterState) -> *mut PyThreadState;
    pub fn PyThreadState_Clear(tstate: *mut PyThreadState);
    pub fn PyThreadState_Delete(tstate: *mut PyThreadState);
    pub fn PyThreadState_Get() -> *mut PyThreadState;
    pub fn PyThreadState_Swap(tstate: *mut PyThreadState) -> *mut PyThreadState;
    pub fn PyThreadState_GetDict() -> *mut PyObject;
    #[cfg(not(Py_3_7))]
    pub fn PyThreadState_SetAsyncExc(id: c_long, exc: *mut PyObject) -> c_int;
    #[cfg(Py_3_7)]
    pub fn PyThreadState_SetAsyncExc(id: c_ulong, exc: *mut PyObject) -> c_int;
    #[cfg(Py_3_9)]
    pub fn PyThreadState_GetInterpreter(tstate: *mut PyThreadState) -> *mut PyInterpreterState;
    #[cfg(Py_3_9)]
    pub fn PyThreadState_GetFrame(tstate: *mut PyThreadState) -> *mut PyFrameObject;
    #[cfg(Py_3_9)]
    pub fn PyThreadState_GetID(tstate: *mut PyThreadState) -> u64;
    pub fn PyGILState_Ensure() -> PyGILState_STATE;
    pub fn PyGILState_Release(state: PyGILState_STATE);
    #[cfg(not(PyPy))]
    pub fn PyGILState_GetThisThreadState() -> *mut PyThreadState;
    #[cfg(all(Py_3_13, not(Py_3_14), not(Py_LIMITED_API)))]
    pub fn PyUnstable_InterpreterState_GetMainModule(interp: *mut PyInterpreterState) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyThreadState_GetUnchecked() -> *mut PyThreadState;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyThreadState_EnterTracing(tstate: *mut PyThreadState);
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyThreadState_LeaveTracing(tstate: *mut PyThreadState);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyGILState_Check() -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _PyThread_CurrentFrames() -> *mut PyObject;
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    pub fn PyInterpreterState_Main() -> *mut PyInterpreterState;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyInterpreterState_Head() -> *mut PyInterpreterState;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyInterpreterState_Next(interp: *mut PyInterpreterState) -> *mut PyInterpreterState;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyInterpreterState_ThreadHead(interp: *mut PyInterpreterState) -> *mut PyThreadState;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyThreadState_Next(tstate: *mut PyThreadState) -> *mut PyThreadState;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyThreadState_DeleteCurrent();
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn _PyInterpreterState_GetEvalFrameFunc(interp: *mut PyInterpreterState) -> _PyFrameEvalFunction;
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn _PyInterpreterState_SetEvalFrameFunc(
        interp: *mut PyInterpreterState,
        eval_frame: _PyFrameEvalFunction,
    );
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPyThreadState_UncheckedGet")]
    pub fn _PyThreadState_UncheckedGet() -> *mut PyThreadState;
    #[cfg(Py_2)]
    pub static mut _PyThreadState_Current: *mut PyThreadState;
}
