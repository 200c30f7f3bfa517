//! Which version runs. Under the limited API that may be a later one than the crate was compiled for.

use super::*;

/// Whether the interpreter is Python 3.`minor` or a later one: known at compile time, but for the limited API.
#[inline]
pub fn runs_at_least(minor: c_int) -> bool {
    if cfg!(Py_2) {
        return false;
    }
    #[cfg(Py_LIMITED_API)]
    return PY_MINOR_VERSION >= minor || running_minor() >= minor;
    #[cfg(not(Py_LIMITED_API))]
    return PY_MINOR_VERSION >= minor;
}

/// The `x` of the 3.x that runs.
#[cfg(Py_LIMITED_API)]
fn running_minor() -> c_int {
    use std::sync::atomic::{AtomicI32, Ordering};
    static MINOR: AtomicI32 = AtomicI32::new(0);
    match MINOR.load(Ordering::Relaxed) {
        0 => {
            // SAFETY: may be called at any time; returns a static C string.
            let version = unsafe { std::ffi::CStr::from_ptr(Py_GetVersion()) }.to_bytes();
            let digits = version.strip_prefix(b"3.").unwrap_or_default();
            let minor = digits
                .iter()
                .take_while(|digit| digit.is_ascii_digit())
                .fold(0, |minor, digit| minor * 10 + c_int::from(digit - b'0'));
            MINOR.store(minor, Ordering::Relaxed);
            minor
        }
        minor => minor,
    }
}
