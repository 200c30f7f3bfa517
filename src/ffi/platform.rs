//! What is the C library's and not Python's: types that `std::ffi` does not name, and the few functions that are called.
//!
//! The crate `libc` has them too, but would have to be built before this one; a test compares the two.

#[allow(unused_imports)] // some only on some versions
use super::{c_char, c_int};

/// A C stream.
#[repr(C)]
pub struct FILE {
    _opaque: [u8; 0],
    _pin: super::pyport::Opaque,
}

/// A character of a C string of wide ones.
#[cfg(windows)]
pub type wchar_t = u16;
/// A character of a C string of wide ones.
#[cfg(all(not(windows), not(target_vendor = "apple"), any(target_arch = "aarch64", target_arch = "arm")))]
pub type wchar_t = u32;
/// A character of a C string of wide ones.
#[cfg(all(
    not(windows),
    any(target_vendor = "apple", not(any(target_arch = "aarch64", target_arch = "arm")))
))]
pub type wchar_t = i32;

/// What names a variable of which each thread has its own.
#[cfg(all(target_vendor = "apple", Py_3_7, not(Py_LIMITED_API)))]
pub type pthread_key_t = super::c_ulong;
/// What names a variable of which each thread has its own.
#[cfg(all(unix, not(target_vendor = "apple"), Py_3_7, not(Py_LIMITED_API)))]
pub type pthread_key_t = super::c_uint;

/// Which part of the locale says how characters are encoded.
#[cfg(all(
    unix,
    Py_3,
    not(all(Py_3_8, not(Py_LIMITED_API))),
    any(target_os = "linux", target_os = "android")
))]
pub(crate) const LC_CTYPE: c_int = 0;
/// Which part of the locale says how characters are encoded.
#[cfg(all(
    unix,
    Py_3,
    not(all(Py_3_8, not(Py_LIMITED_API))),
    not(any(target_os = "linux", target_os = "android"))
))]
pub(crate) const LC_CTYPE: c_int = 2;

unsafe extern "C" {
    #[cfg(Py_2)]
    pub(crate) fn strlen(text: *const c_char) -> usize;
    #[cfg(Py_2)]
    pub(crate) fn strrchr(text: *const c_char, character: c_int) -> *mut c_char;
    #[cfg(all(unix, Py_3, not(all(Py_3_8, not(Py_LIMITED_API)))))]
    pub(crate) fn setlocale(category: c_int, locale: *const c_char) -> *mut c_char;
    #[cfg(unix)]
    pub(crate) fn pthread_atfork(
        prepare: Option<unsafe extern "C" fn()>,
        parent: Option<unsafe extern "C" fn()>,
        child: Option<unsafe extern "C" fn()>,
    ) -> c_int;
    #[cfg(all(unix, Py_LIMITED_API))]
    pub(crate) fn dlsym(library: *mut super::c_void, name: *const c_char) -> *mut super::c_void;
}

/// Stands for all libraries that are loaded, with [`dlsym`].
#[cfg(all(unix, Py_LIMITED_API))]
pub(crate) fn all_libraries() -> *mut super::c_void {
    std::ptr::without_provenance_mut(if cfg!(any(target_os = "linux", target_os = "android")) {
        0
    } else {
        usize::MAX - 1
    })
}
