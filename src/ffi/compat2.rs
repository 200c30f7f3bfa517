//! What 2.7 lacks of 3.x, under the 3.x names: `str` is 2.7's `unicode`, `bytes` its `str`, an int its `int` or `long`.
//!
//! Not supplied, because 2.7 has no like: variadic functions (`PyErr_WarnFormat`), module state, `METH_FASTCALL`.

use super::*;

mod errors;
mod modules;
mod objects;
mod text;
mod types;

pub use errors::*;
pub use modules::*;
pub use objects::*;
pub use text::*;
pub use types::*;

c_api! {
    // dictobject.h, abstract.h: public in 3.x, hidden in 2.7.
    #[link_name = "_PyDict_GetItemWithError"]
    pub fn PyDict_GetItemWithError(mp: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    #[link_name = "_PyObject_LengthHint"]
    pub fn PyObject_LengthHint(o: *mut PyObject, default: Py_ssize_t) -> Py_ssize_t;

    // stringobject.h: identifiers are native strings.
    /// A native string, as 2.7 wants names to be: not a `unicode`.
    #[link_name = "PyString_InternFromString"]
    pub fn PyUnicode_InternFromString(string: *const c_char) -> *mut PyObject;
    /// Of a native string.
    #[link_name = "PyString_InternInPlace"]
    pub fn PyUnicode_InternInPlace(string: *mut *mut PyObject);

    // pyerrors.h: the classes that 3.x split off, as the 2.7 class that is raised instead.
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_BlockingIOError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_BrokenPipeError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ChildProcessError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ConnectionError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ConnectionAbortedError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ConnectionRefusedError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ConnectionResetError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_FileExistsError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_FileNotFoundError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_InterruptedError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_IsADirectoryError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_NotADirectoryError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_PermissionError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_ProcessLookupError: *mut PyObject;
    #[link_name = "PyExc_OSError"]
    pub static mut PyExc_TimeoutError: *mut PyObject;
    #[link_name = "PyExc_RuntimeError"]
    pub static mut PyExc_RecursionError: *mut PyObject;
    #[link_name = "PyExc_Warning"]
    pub static mut PyExc_ResourceWarning: *mut PyObject;
}
