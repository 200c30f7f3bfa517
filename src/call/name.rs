//! The name of a row: as Rust has it and as C has it.

use super::signature::identifier;
use std::ffi::c_char;

/// A name with a NUL behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name(&'static str);

impl Name {
    /// The name of a text that ends with a NUL, without Rust's `r#`.
    ///
    /// # Panics
    /// At compile time, if it does not end so.
    #[inline]
    pub(crate) const fn new(text: &'static str) -> Name {
        match identifier(text).as_bytes() {
            // SAFETY: what is left of a text when a character of one byte is taken off its end.
            [name @ .., 0] => Name(unsafe { std::str::from_utf8_unchecked(name) }),
            _ => panic!("a name without a NUL at its end"),
        }
    }

    /// The name whose text it is.
    ///
    /// # Safety
    /// [`as_str`](Self::as_str) has given it.
    #[inline]
    pub(super) const unsafe fn of_text(text: &'static str) -> Name {
        Name(text)
    }

    /// The text.
    pub(crate) const fn as_str(self) -> &'static str {
        self.0
    }

    /// A string of C.
    pub(crate) const fn as_ptr(self) -> *const c_char {
        self.0.as_ptr().cast()
    }
}
