//! `fileutils.h`: the locale's encoding.

use super::*;

c_api! {
    pub fn Py_DecodeLocale(arg: *const c_char, size: *mut usize) -> *mut wchar_t;
    pub fn Py_EncodeLocale(text: *const wchar_t, error_pos: *mut usize) -> *mut c_char;
}
