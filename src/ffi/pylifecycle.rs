//! `pylifecycle.h` and `cpython/pylifecycle.h` (`pythonrun.h` in 2.7): starting and ending the interpreter.

use super::*;

/// A signal handler; null stands for the default.
pub type PyOS_sighandler_t = Option<unsafe extern "C" fn(c_int)>;

c_api! {
    pub fn Py_Initialize();
    #[cfg(not(PyPy))]
    pub fn Py_InitializeEx(initsigs: c_int);
    pub fn Py_Finalize();
    #[cfg(Py_3_6)]
    pub fn Py_FinalizeEx() -> c_int;
    pub fn Py_IsInitialized() -> c_int;
    pub fn Py_NewInterpreter() -> *mut PyThreadState;
    pub fn Py_EndInterpreter(tstate: *mut PyThreadState);
    pub fn Py_AtExit(func: Option<unsafe extern "C" fn()>) -> c_int;
    pub fn Py_Exit(status: c_int) -> !;
    #[cfg(Py_2)]
    pub fn Py_Main(argc: c_int, argv: *mut *mut c_char) -> c_int;
    #[cfg(Py_3)]
    pub fn Py_Main(argc: c_int, argv: *mut *mut wchar_t) -> c_int;
    #[cfg(Py_3_8)]
    pub fn Py_BytesMain(argc: c_int, argv: *mut *mut c_char) -> c_int;
    #[cfg(Py_2)]
    pub fn Py_SetProgramName(name: *mut c_char);
    #[cfg(all(Py_3, not(Py_3_7)))]
    pub fn Py_SetProgramName(name: *mut wchar_t);
    #[cfg(Py_3_7)]
    pub fn Py_SetProgramName(name: *const wchar_t);
    #[cfg(Py_2)]
    pub fn Py_GetProgramName() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetProgramName() -> *mut wchar_t;
    #[cfg(Py_2)]
    pub fn Py_SetPythonHome(home: *mut c_char);
    #[cfg(all(Py_3, not(Py_3_7)))]
    pub fn Py_SetPythonHome(home: *mut wchar_t);
    #[cfg(Py_3_7)]
    pub fn Py_SetPythonHome(home: *const wchar_t);
    #[cfg(Py_2)]
    pub fn Py_GetPythonHome() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetPythonHome() -> *mut wchar_t;
    #[cfg(Py_2)]
    pub fn Py_GetProgramFullPath() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetProgramFullPath() -> *mut wchar_t;
    #[cfg(Py_2)]
    pub fn Py_GetPrefix() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetPrefix() -> *mut wchar_t;
    #[cfg(Py_2)]
    pub fn Py_GetExecPrefix() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetExecPrefix() -> *mut wchar_t;
    #[cfg(Py_2)]
    pub fn Py_GetPath() -> *mut c_char;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn Py_GetPath() -> *mut wchar_t;
    pub fn Py_GetVersion() -> *const c_char;
    pub fn Py_GetPlatform() -> *const c_char;
    pub fn Py_GetCopyright() -> *const c_char;
    pub fn Py_GetCompiler() -> *const c_char;
    pub fn Py_GetBuildInfo() -> *const c_char;
    pub fn PyOS_getsig(signal: c_int) -> PyOS_sighandler_t;
    pub fn PyOS_setsig(signal: c_int, handler: PyOS_sighandler_t) -> PyOS_sighandler_t;
    #[cfg(Py_3_11)]
    pub static mut Py_Version: c_ulong;
    #[cfg(Py_3_13)]
    pub fn Py_IsFinalizing() -> c_int;
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn Py_FrozenMain(argc: c_int, argv: *mut *mut c_char) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_PreInitialize(src_config: *const PyPreConfig) -> PyStatus;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_PreInitializeFromBytesArgs(
        src_config: *const PyPreConfig,
        argc: Py_ssize_t,
        argv: *mut *mut c_char,
    ) -> PyStatus;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_PreInitializeFromArgs(
        src_config: *const PyPreConfig,
        argc: Py_ssize_t,
        argv: *mut *mut wchar_t,
    ) -> PyStatus;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_InitializeFromConfig(config: *const PyConfig) -> PyStatus;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_RunMain() -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn Py_ExitStatusException(err: PyStatus) -> !;
    #[cfg(not(Py_LIMITED_API))]
    pub fn Py_FdIsInteractive(fp: *mut FILE, filename: *const c_char) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn Py_NewInterpreterFromConfig(
        tstate_p: *mut *mut PyThreadState,
        config: *const PyInterpreterConfig,
    ) -> PyStatus;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyUnstable_AtExit(
        interp: *mut PyInterpreterState,
        callback: atexit_datacallbackfunc,
        data: *mut c_void,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn Py_SetPath(path: *const wchar_t);
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn Py_SetStandardStreamEncoding(encoding: *const c_char, errors: *const c_char) -> c_int;
    #[cfg(all(Py_3_7, not(Py_3_13), not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPy_IsFinalizing")]
    pub fn _Py_IsFinalizing() -> c_int;
    #[cfg(all(Py_3, not(Py_3_7), not(Py_LIMITED_API)))]
    pub static mut _Py_Finalizing: *mut PyThreadState;
}

/// The GIL mode of a new interpreter: whatever this Python prefers.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const PyInterpreterConfig_DEFAULT_GIL: c_int = 0;
/// The GIL mode of a new interpreter: the main interpreter's GIL.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const PyInterpreterConfig_SHARED_GIL: c_int = 1;
/// The GIL mode of a new interpreter: one of its own.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const PyInterpreterConfig_OWN_GIL: c_int = 2;

/// How `Py_NewInterpreterFromConfig` makes an interpreter.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyInterpreterConfig {
    pub use_main_obmalloc: c_int,
    pub allow_fork: c_int,
    pub allow_exec: c_int,
    pub allow_threads: c_int,
    pub allow_daemon_threads: c_int,
    pub check_multi_interp_extensions: c_int,
    pub gil: c_int,
}

/// What an isolated interpreter with a GIL of its own asks for.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const _PyInterpreterConfig_INIT: PyInterpreterConfig = PyInterpreterConfig {
    use_main_obmalloc: 0,
    allow_fork: 0,
    allow_exec: 0,
    allow_threads: 1,
    allow_daemon_threads: 0,
    check_multi_interp_extensions: 1,
    gil: PyInterpreterConfig_OWN_GIL,
};

/// What `Py_NewInterpreter` asks for.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const _PyInterpreterConfig_LEGACY_INIT: PyInterpreterConfig = PyInterpreterConfig {
    use_main_obmalloc: 1,
    allow_fork: 1,
    allow_exec: 1,
    allow_threads: 1,
    allow_daemon_threads: 1,
    check_multi_interp_extensions: cfg!(Py_GIL_DISABLED) as c_int,
    gil: PyInterpreterConfig_SHARED_GIL,
};

/// Called by `PyUnstable_AtExit` with its `data`.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type atexit_datacallbackfunc = Option<unsafe extern "C" fn(*mut c_void)>;
