//! The token.

use crate::ffi;
use std::ffi::CStr;
use std::marker::PhantomData;
use std::panic::{RefUnwindSafe, UnwindSafe};

/// What a token contains, for the sake of the compiler's message where one would leave its thread.
///
/// A trait object is neither `Send` nor `Sync` unless its type says so. To be unwound through does a token no harm.
pub(super) trait OnlyWhileAttached: Unpin + UnwindSafe + RefUnwindSafe {}

/// Proof that the current thread is attached to the interpreter.
///
/// A zero-size `Copy` value: passing it costs nothing. What needs the interpreter takes a token or is reached through a
/// [`Bound`](crate::Bound), which contains one. A token cannot leave its thread, nor outlive the attachment:
/// [`Python::attach`] and [`GILGuard`](crate::GILGuard) give it with a lifetime, and a function called from Python gets
/// one for the time of the call.
#[derive(Clone, Copy)]
pub struct Python<'py>(PhantomData<(&'py (), dyn OnlyWhileAttached)>);

impl<'py> Python<'py> {
    /// Makes a token out of nothing.
    ///
    /// # Safety
    /// The thread is attached to the interpreter for the whole of `'py`.
    #[inline]
    pub unsafe fn assume_attached() -> Self {
        Python(PhantomData)
    }

    /// The interpreter's version as `sys.version` has it: `3.11.7 (main, …) [GCC 12.2.0]`. (`Py_GetVersion`)
    #[inline]
    pub fn version(self) -> &'static str {
        // SAFETY: returns a static string.
        unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }.to_str().unwrap_or_default()
    }

    /// The interpreter's version as numbers.
    ///
    /// ```
    /// # pyrules::Python::attach(|py| {
    /// assert!(py.version_info() >= (2, 7));
    /// assert_eq!(py.version_info().major, if py.version_info() < (3, 0) { 2 } else { 3 });
    /// # });
    /// ```
    #[inline]
    pub fn version_info(self) -> PythonVersionInfo {
        PythonVersionInfo::parse(self.version())
    }
}

impl std::fmt::Debug for Python<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Python")
    }
}

/// What [`Python::version_info`] returns. Compares with `(major, minor)` and `(major, minor, patch)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PythonVersionInfo {
    /// `3` of `3.11.7`.
    pub major: u8,
    /// `11` of `3.11.7`.
    pub minor: u8,
    /// `7` of `3.11.7`.
    pub patch: u8,
    /// What follows the numbers, for a pre-release or a development version: `rc1`, `+`.
    pub suffix: Option<&'static str>,
}

impl PythonVersionInfo {
    #[inline]
    fn parse(version: &'static str) -> Self {
        let word = version.split_whitespace().next().unwrap_or_default();
        let end = word.find(|c: char| c != '.' && !c.is_ascii_digit()).unwrap_or(word.len());
        let mut numbers = word[..end].split('.').map(|n| n.parse().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let (major, minor, patch) = (next(), next(), next());
        PythonVersionInfo { major, minor, patch, suffix: Some(&word[end..]).filter(|s| !s.is_empty()) }
    }
}

impl PartialEq<(u8, u8)> for PythonVersionInfo {
    #[inline]
    fn eq(&self, other: &(u8, u8)) -> bool {
        (self.major, self.minor) == *other
    }
}

impl PartialOrd<(u8, u8)> for PythonVersionInfo {
    #[inline]
    fn partial_cmp(&self, other: &(u8, u8)) -> Option<std::cmp::Ordering> {
        (self.major, self.minor).partial_cmp(other)
    }
}

impl PartialEq<(u8, u8, u8)> for PythonVersionInfo {
    #[inline]
    fn eq(&self, other: &(u8, u8, u8)) -> bool {
        (self.major, self.minor, self.patch) == *other
    }
}

impl PartialOrd<(u8, u8, u8)> for PythonVersionInfo {
    #[inline]
    fn partial_cmp(&self, other: &(u8, u8, u8)) -> Option<std::cmp::Ordering> {
        (self.major, self.minor, self.patch).partial_cmp(other)
    }
}

#[cfg(test)]
mod tests {
    use super::PythonVersionInfo;

    #[test]
    fn a_version_is_read() {
        let of = PythonVersionInfo::parse;
        assert_eq!(of("2.7.18 (default, x)"), (2, 7, 18));
        assert_eq!(of("3.15.0rc1+ (x)").suffix, Some("rc1+"));
        assert_eq!(of("3.14+"), (3, 14, 0));
        assert!(of("3.10.1") > (3, 9));
    }
}
