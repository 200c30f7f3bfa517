//! `pystrcmp.h`: comparison of C strings that ignores case.

use super::*;

c_api! {
    pub fn PyOS_mystrnicmp(s1: *const c_char, s2: *const c_char, size: Py_ssize_t) -> c_int;
    pub fn PyOS_mystricmp(s1: *const c_char, s2: *const c_char) -> c_int;
}
