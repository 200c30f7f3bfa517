//! What an older limited API lacks of `unicodeobject.h`.

use super::*;
use std::ptr::null;
use std::sync::OnceLock;

type AsUtf8 = unsafe extern "C" fn(*mut PyObject, *mut Py_ssize_t) -> *const c_char;

/// The text as UTF-8, which the object keeps; null with an exception if there is none. (3.10)
///
/// Every Python has it, the limited API since 3.10: so on Unix it is asked for by name.
///
/// # Safety
/// `unicode` is a `str`; `size` is null or a place for the length; the thread is attached.
#[inline]
pub unsafe fn PyUnicode_AsUTF8AndSize(unicode: *mut PyObject, size: *mut Py_ssize_t) -> *const c_char {
    static FUNCTION: OnceLock<Option<AsUtf8>> = OnceLock::new();
    match FUNCTION.get_or_init(find_as_utf8) {
        // SAFETY: the caller's promise.
        Some(function) => unsafe { function(unicode, size) },
        None => {
            // SAFETY: attached.
            unsafe { PyErr_SetString(PyExc_SystemError, c"PyUnicode_AsUTF8AndSize is missing".as_ptr()) };
            null()
        }
    }
}

#[cold]
fn find_as_utf8() -> Option<AsUtf8> {
    // SAFETY: the name is a C string; it stands for a function of this type in every version that has it.
    unsafe {
        let address = platform::dlsym(platform::all_libraries(), c"PyUnicode_AsUTF8AndSize".as_ptr());
        std::mem::transmute::<*mut c_void, Option<AsUtf8>>(address)
    }
}
