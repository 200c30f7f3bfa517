//! `pystrtod.h`: text to `double` and back.

use super::*;

c_api! {
    pub fn PyOS_string_to_double(
        str_: *const c_char,
        endptr: *mut *mut c_char,
        overflow_exception: *mut PyObject,
    ) -> c_double;
    pub fn PyOS_double_to_string(
        val: c_double,
        format_code: c_char,
        precision: c_int,
        flags: c_int,
        typ: *mut c_int,
    ) -> *mut c_char;
    #[cfg(Py_2)]
    pub fn PyOS_ascii_strtod(str_: *const c_char, ptr: *mut *mut c_char) -> c_double;
    #[cfg(Py_2)]
    pub fn PyOS_ascii_atof(str_: *const c_char) -> c_double;
    #[cfg(Py_2)]
    pub fn PyOS_ascii_formatd(
        buffer: *mut c_char,
        buf_len: usize,
        format: *const c_char,
        d: c_double,
    ) -> *mut c_char;
}
