//! The types of the C library are those that the crate `libc` knows.

use pyrules::ffi;

#[test]
fn types_of_the_c_library() {
    let _: fn(ffi::wchar_t) -> libc::wchar_t = |character| character;
    #[cfg(all(unix, Py_3_7, not(Py_LIMITED_API)))]
    let _: fn(ffi::Py_tss_t) -> libc::pthread_key_t = |key| key._key;
    let _: fn(ffi::Py_intptr_t) -> libc::intptr_t = |number| number;
    let _: fn(ffi::Py_uintptr_t) -> libc::uintptr_t = |number| number;
}
