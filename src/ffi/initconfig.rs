//! `cpython/initconfig.h`: how an interpreter is configured before it starts (3.8 and later).

use super::*;

/// The outcome of a step of initialisation.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyStatus {
    /// One of `_PyStatus_TYPE_OK`, `_PyStatus_TYPE_ERROR`, `_PyStatus_TYPE_EXIT`.
    pub _type: c_uint,
    pub func: *const c_char,
    pub err_msg: *const c_char,
    pub exitcode: c_int,
}

pub const _PyStatus_TYPE_OK: c_uint = 0;
pub const _PyStatus_TYPE_ERROR: c_uint = 1;
pub const _PyStatus_TYPE_EXIT: c_uint = 2;

/// A list of wide strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyWideStringList {
    pub length: Py_ssize_t,
    pub items: *mut *mut wchar_t,
}

/// What must be known before Python can decode a byte string: locale, UTF-8 mode, allocator.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyPreConfig {
    pub _config_init: c_int,
    pub parse_argv: c_int,
    pub isolated: c_int,
    pub use_environment: c_int,
    pub configure_locale: c_int,
    pub coerce_c_locale: c_int,
    pub coerce_c_locale_warn: c_int,
    #[cfg(windows)]
    pub legacy_windows_fs_encoding: c_int,
    pub utf8_mode: c_int,
    pub dev_mode: c_int,
    pub allocator: c_int,
}

/// Everything else: CPython's "Python Initialization Configuration" explains each field.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyConfig {
    pub _config_init: c_int,
    pub isolated: c_int,
    pub use_environment: c_int,
    pub dev_mode: c_int,
    pub install_signal_handlers: c_int,
    pub use_hash_seed: c_int,
    pub hash_seed: c_ulong,
    pub faulthandler: c_int,
    #[cfg(all(Py_3_9, not(Py_3_10)))]
    pub _use_peg_parser: c_int,
    pub tracemalloc: c_int,
    #[cfg(Py_3_12)]
    pub perf_profiling: c_int,
    #[cfg(Py_3_14)]
    pub remote_debug: c_int,
    pub import_time: c_int,
    #[cfg(Py_3_11)]
    pub code_debug_ranges: c_int,
    pub show_ref_count: c_int,
    #[cfg(not(Py_3_9))]
    pub show_alloc_count: c_int,
    pub dump_refs: c_int,
    #[cfg(Py_3_11)]
    pub dump_refs_file: *mut wchar_t,
    pub malloc_stats: c_int,
    pub filesystem_encoding: *mut wchar_t,
    pub filesystem_errors: *mut wchar_t,
    pub pycache_prefix: *mut wchar_t,
    pub parse_argv: c_int,
    #[cfg(Py_3_10)]
    pub orig_argv: PyWideStringList,
    pub argv: PyWideStringList,
    #[cfg(not(Py_3_10))]
    pub program_name: *mut wchar_t,
    pub xoptions: PyWideStringList,
    pub warnoptions: PyWideStringList,
    pub site_import: c_int,
    pub bytes_warning: c_int,
    #[cfg(Py_3_10)]
    pub warn_default_encoding: c_int,
    pub inspect: c_int,
    pub interactive: c_int,
    pub optimization_level: c_int,
    pub parser_debug: c_int,
    pub write_bytecode: c_int,
    pub verbose: c_int,
    pub quiet: c_int,
    pub user_site_directory: c_int,
    pub configure_c_stdio: c_int,
    pub buffered_stdio: c_int,
    pub stdio_encoding: *mut wchar_t,
    pub stdio_errors: *mut wchar_t,
    #[cfg(windows)]
    pub legacy_windows_stdio: c_int,
    pub check_hash_pycs_mode: *mut wchar_t,
    #[cfg(Py_3_11)]
    pub use_frozen_modules: c_int,
    #[cfg(Py_3_11)]
    pub safe_path: c_int,
    #[cfg(Py_3_12)]
    pub int_max_str_digits: c_int,
    #[cfg(Py_3_14)]
    pub thread_inherit_context: c_int,
    #[cfg(Py_3_14)]
    pub context_aware_warnings: c_int,
    #[cfg(all(Py_3_14, target_vendor = "apple"))]
    pub use_system_logger: c_int,
    #[cfg(Py_3_13)]
    pub cpu_count: c_int,
    #[cfg(Py_GIL_DISABLED)]
    pub enable_gil: c_int,
    #[cfg(all(Py_3_14, Py_GIL_DISABLED))]
    pub tlbc_enabled: c_int,
    #[cfg(Py_3_15)]
    pub lazy_imports: c_int,

    // Inputs of the path configuration.
    pub pathconfig_warnings: c_int,
    #[cfg(Py_3_10)]
    pub program_name: *mut wchar_t,
    pub pythonpath_env: *mut wchar_t,
    pub home: *mut wchar_t,
    #[cfg(Py_3_10)]
    pub platlibdir: *mut wchar_t,

    // Outputs of the path configuration.
    pub module_search_paths_set: c_int,
    pub module_search_paths: PyWideStringList,
    #[cfg(Py_3_11)]
    pub stdlib_dir: *mut wchar_t,
    pub executable: *mut wchar_t,
    pub base_executable: *mut wchar_t,
    pub prefix: *mut wchar_t,
    pub base_prefix: *mut wchar_t,
    pub exec_prefix: *mut wchar_t,
    pub base_exec_prefix: *mut wchar_t,
    #[cfg(all(Py_3_9, not(Py_3_10)))]
    pub platlibdir: *mut wchar_t,

    // Used by `Py_Main` only.
    pub skip_source_first_line: c_int,
    pub run_command: *mut wchar_t,
    pub run_module: *mut wchar_t,
    pub run_filename: *mut wchar_t,
    #[cfg(Py_3_13)]
    pub sys_path_0: *mut wchar_t,

    // Private fields.
    pub _install_importlib: c_int,
    pub _init_main: c_int,
    #[cfg(all(Py_3_9, not(Py_3_12)))]
    pub _isolated_interpreter: c_int,
    #[cfg(Py_3_11)]
    pub _is_python_build: c_int,
    #[cfg(all(Py_3_9, not(Py_3_10)))]
    pub _orig_argv: PyWideStringList,
    #[cfg(all(Py_3_13, Py_STATS))]
    pub _pystats: c_int,
    #[cfg(all(Py_3_13, Py_DEBUG))]
    pub run_presite: *mut wchar_t,
}

/// A configuration whose options go by name (3.14).
#[cfg(Py_3_14)]
#[repr(C)]
pub struct PyInitConfig {
    _opaque: [u8; 0],
    _pin: Opaque,
}

c_api! {
    pub fn PyStatus_Ok() -> PyStatus;
    pub fn PyStatus_Error(err_msg: *const c_char) -> PyStatus;
    pub fn PyStatus_NoMemory() -> PyStatus;
    pub fn PyStatus_Exit(exitcode: c_int) -> PyStatus;
    pub fn PyStatus_IsError(err: PyStatus) -> c_int;
    pub fn PyStatus_IsExit(err: PyStatus) -> c_int;
    pub fn PyStatus_Exception(err: PyStatus) -> c_int;
    pub fn PyWideStringList_Append(list: *mut PyWideStringList, item: *const wchar_t) -> PyStatus;
    pub fn PyWideStringList_Insert(
        list: *mut PyWideStringList,
        index: Py_ssize_t,
        item: *const wchar_t,
    ) -> PyStatus;
    pub fn PyPreConfig_InitPythonConfig(config: *mut PyPreConfig);
    pub fn PyPreConfig_InitIsolatedConfig(config: *mut PyPreConfig);
    pub fn PyConfig_InitPythonConfig(config: *mut PyConfig);
    pub fn PyConfig_InitIsolatedConfig(config: *mut PyConfig);
    pub fn PyConfig_Clear(config: *mut PyConfig);
    pub fn PyConfig_SetString(
        config: *mut PyConfig,
        config_str: *mut *mut wchar_t,
        str_: *const wchar_t,
    ) -> PyStatus;
    pub fn PyConfig_SetBytesString(
        config: *mut PyConfig,
        config_str: *mut *mut wchar_t,
        str_: *const c_char,
    ) -> PyStatus;
    pub fn PyConfig_Read(config: *mut PyConfig) -> PyStatus;
    pub fn PyConfig_SetBytesArgv(
        config: *mut PyConfig,
        argc: Py_ssize_t,
        argv: *const *mut c_char,
    ) -> PyStatus;
    pub fn PyConfig_SetArgv(config: *mut PyConfig, argc: Py_ssize_t, argv: *const *mut wchar_t) -> PyStatus;
    pub fn PyConfig_SetWideStringList(
        config: *mut PyConfig,
        list: *mut PyWideStringList,
        length: Py_ssize_t,
        items: *mut *mut wchar_t,
    ) -> PyStatus;
    #[cfg(Py_3_9)]
    pub fn Py_GetArgcArgv(argc: *mut c_int, argv: *mut *mut *mut wchar_t);
    #[cfg(Py_3_14)]
    pub fn PyConfig_Get(name: *const c_char) -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyConfig_GetInt(name: *const c_char, value: *mut c_int) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyConfig_Names() -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyConfig_Set(name: *const c_char, value: *mut PyObject) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_Create() -> *mut PyInitConfig;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_Free(config: *mut PyInitConfig);
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_GetError(config: *mut PyInitConfig, err_msg: *mut *const c_char) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_GetExitCode(config: *mut PyInitConfig, exitcode: *mut c_int) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_HasOption(config: *mut PyInitConfig, name: *const c_char) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_GetInt(config: *mut PyInitConfig, name: *const c_char, value: *mut i64) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_GetStr(
        config: *mut PyInitConfig,
        name: *const c_char,
        value: *mut *mut c_char,
    ) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_GetStrList(
        config: *mut PyInitConfig,
        name: *const c_char,
        length: *mut usize,
        items: *mut *mut *mut c_char,
    ) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_FreeStrList(length: usize, items: *mut *mut c_char);
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_SetInt(config: *mut PyInitConfig, name: *const c_char, value: i64) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_SetStr(config: *mut PyInitConfig, name: *const c_char, value: *const c_char) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_SetStrList(
        config: *mut PyInitConfig,
        name: *const c_char,
        length: usize,
        items: *const *mut c_char,
    ) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyInitConfig_AddModule(
        config: *mut PyInitConfig,
        name: *const c_char,
        initfunc: Option<unsafe extern "C" fn() -> *mut PyObject>,
    ) -> c_int;
    #[cfg(Py_3_14)]
    pub fn Py_InitializeFromInitConfig(config: *mut PyInitConfig) -> c_int;
}
