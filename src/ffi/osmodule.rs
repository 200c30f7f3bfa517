//! `osmodule.h`: paths.

use super::*;

c_api! {
    pub fn PyOS_FSPath(path: *mut PyObject) -> *mut PyObject;
}
