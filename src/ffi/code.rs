//! `code.h` and `cpython/code.h`: code objects.

use super::*;

/// A code object. Its layout is public up to 3.10.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyCodeObject {
    pub ob_base: PyObject,
    pub co_argcount: c_int,
    #[cfg(Py_3_8)]
    pub co_posonlyargcount: c_int,
    #[cfg(Py_3)]
    pub co_kwonlyargcount: c_int,
    pub co_nlocals: c_int,
    pub co_stacksize: c_int,
    pub co_flags: c_int,
    #[cfg(Py_3_6)]
    pub co_firstlineno: c_int,
    pub co_code: *mut PyObject,
    pub co_consts: *mut PyObject,
    pub co_names: *mut PyObject,
    pub co_varnames: *mut PyObject,
    pub co_freevars: *mut PyObject,
    pub co_cellvars: *mut PyObject,
    #[cfg(all(Py_3, not(Py_3_7)))]
    pub co_cell2arg: *mut c_uchar,
    #[cfg(Py_3_7)]
    pub co_cell2arg: *mut Py_ssize_t,
    pub co_filename: *mut PyObject,
    pub co_name: *mut PyObject,
    #[cfg(not(Py_3_6))]
    pub co_firstlineno: c_int,
    #[cfg(not(Py_3_10))]
    pub co_lnotab: *mut PyObject,
    #[cfg(Py_3_10)]
    pub co_linetable: *mut PyObject,
    pub co_zombieframe: *mut c_void,
    pub co_weakreflist: *mut PyObject,
    #[cfg(Py_3_6)]
    pub co_extra: *mut c_void,
    #[cfg(Py_3_8)]
    pub co_opcache_map: *mut c_uchar,
    #[cfg(Py_3_8)]
    pub co_opcache: *mut c_void,
    #[cfg(Py_3_8)]
    pub co_opcache_flag: c_int,
    #[cfg(Py_3_8)]
    pub co_opcache_size: c_uchar,
}
/// A code object.
#[cfg(any(Py_3_11, Py_LIMITED_API))]
#[repr(C)]
pub struct PyCodeObject {
    _opaque: [u8; 0],
    _pin: Opaque,
}

#[cfg(not(Py_LIMITED_API))]
pub const CO_OPTIMIZED: c_int = 0x0001;
#[cfg(not(Py_LIMITED_API))]
pub const CO_NEWLOCALS: c_int = 0x0002;
#[cfg(not(Py_LIMITED_API))]
pub const CO_VARARGS: c_int = 0x0004;
#[cfg(not(Py_LIMITED_API))]
pub const CO_VARKEYWORDS: c_int = 0x0008;
#[cfg(not(Py_LIMITED_API))]
pub const CO_NESTED: c_int = 0x0010;
#[cfg(not(Py_LIMITED_API))]
pub const CO_GENERATOR: c_int = 0x0020;
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
pub const CO_NOFREE: c_int = 0x0040;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const CO_COROUTINE: c_int = 0x0080;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const CO_ITERABLE_COROUTINE: c_int = 0x0100;
#[cfg(all(Py_3_6, not(Py_LIMITED_API)))]
pub const CO_ASYNC_GENERATOR: c_int = 0x0200;

// The __future__ flags moved four bits up in 3.8.2.
#[cfg(not(Py_LIMITED_API))]
const SHIFT: u32 = if cfg!(Py_3_8) { 4 } else { 0 };
#[cfg(not(Py_LIMITED_API))]
pub const CO_FUTURE_DIVISION: c_int = 0x2000 << SHIFT;
#[cfg(not(Py_LIMITED_API))]
pub const CO_FUTURE_ABSOLUTE_IMPORT: c_int = 0x4000 << SHIFT;
#[cfg(not(Py_LIMITED_API))]
pub const CO_FUTURE_WITH_STATEMENT: c_int = 0x8000 << SHIFT;
#[cfg(not(Py_LIMITED_API))]
pub const CO_FUTURE_PRINT_FUNCTION: c_int = 0x10000 << SHIFT;
#[cfg(not(Py_LIMITED_API))]
pub const CO_FUTURE_UNICODE_LITERALS: c_int = 0x20000 << SHIFT;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const CO_FUTURE_BARRY_AS_BDFL: c_int = 0x40000 << SHIFT;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const CO_FUTURE_GENERATOR_STOP: c_int = 0x80000 << SHIFT;
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub const CO_FUTURE_ANNOTATIONS: c_int = 0x100000 << SHIFT;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const CO_NO_MONITORING_EVENTS: c_int = 0x2000000;

/// How deep blocks may nest.
#[cfg(not(Py_LIMITED_API))]
pub const CO_MAXBLOCKS: usize = if cfg!(Py_3_13) { 21 } else { 20 };

/// Whether `op` is a code object.
///
/// # Safety
/// `op` is a live object.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn PyCode_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (Py_TYPE(op) == &raw mut PyCode_Type) as c_int }
}

/// What happened to a code object: it was made (0) or is about to be destroyed (1).
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type PyCodeEvent = c_uint;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const PY_CODE_EVENT_CREATE: PyCodeEvent = 0;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const PY_CODE_EVENT_DESTROY: PyCodeEvent = 1;
/// Is told what happens to code objects.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type PyCode_WatchCallback =
    Option<unsafe extern "C" fn(event: PyCodeEvent, co: *mut PyCodeObject) -> c_int>;

c_api! {
    #[cfg(not(Py_LIMITED_API))]
    pub static mut PyCode_Type: PyTypeObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyCode_NewEmpty(
        filename: *const c_char,
        funcname: *const c_char,
        firstlineno: c_int,
    ) -> *mut PyCodeObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyCode_Addr2Line(code: *mut PyCodeObject, byte_offset: c_int) -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyCode_Addr2Location(
        code: *mut PyCodeObject,
        byte_offset: c_int,
        start_line: *mut c_int,
        start_column: *mut c_int,
        end_line: *mut c_int,
        end_column: *mut c_int,
    ) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyCode_AddWatcher(callback: PyCode_WatchCallback) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyCode_ClearWatcher(watcher_id: c_int) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Code_GetExtra(code: *mut PyObject, index: Py_ssize_t, extra: *mut *mut c_void) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Code_SetExtra(code: *mut PyObject, index: Py_ssize_t, extra: *mut c_void) -> c_int;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyCode_GetCode(code: *mut PyCodeObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyCode_GetVarnames(code: *mut PyCodeObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyCode_GetCellvars(code: *mut PyCodeObject) -> *mut PyObject;
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    pub fn PyCode_GetFreevars(code: *mut PyCodeObject) -> *mut PyObject;
    #[cfg(all(Py_3_6, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn _PyCode_GetExtra(code: *mut PyObject, index: Py_ssize_t, extra: *mut *mut c_void) -> c_int;
    #[cfg(all(Py_3_6, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn _PyCode_SetExtra(code: *mut PyObject, index: Py_ssize_t, extra: *mut c_void) -> c_int;
}
