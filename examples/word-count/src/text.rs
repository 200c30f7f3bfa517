//! Texts as Python sees them: decoding, words and lines.

use crate::files::Failure;
use pyrules::PyBytes;
use pyrules::prelude::*;
use std::borrow::Cow;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// How files become text: the arguments of Python's `open`.
pub(crate) struct Encoding<'a> {
    pub(crate) name: &'a str,
    pub(crate) errors: &'a str,
}

impl Encoding<'_> {
    /// The text of a file.
    ///
    /// Valid UTF-8, which is what almost all files have, is used where it is. All else goes through Python's own codecs, so that
    /// every encoding and every error handler works, and every exception is the one that Python raises.
    pub(crate) fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, str>, Failure> {
        if ["utf-8", "utf8", "utf_8"].iter().any(|utf_8| utf_8.eq_ignore_ascii_case(self.name))
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Ok(Cow::Borrowed(text));
        }
        let decode = |py: Python<'_>| {
            PyBytes::new(py, bytes).call_method1("decode", (self.name, self.errors))?.extract()
        };
        Python::attach(decode).map(Cow::Owned).map_err(Failure::Decode)
    }
}

/// The words: what `re.findall(r"\w+", text)` finds.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty())
}

fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { is_word_in_python(c) }
}

/// Python's answer, asked for once per character.
///
/// Rust's `is_alphanumeric` follows another property of Unicode, and another version of it: it has vowel signs, which
/// Python has not, and letters that an older Python does not know yet.
fn is_word_in_python(c: char) -> bool {
    const UNKNOWN: u8 = 0;
    const NO: u8 = 1;
    const YES: u8 = 2;
    static ANSWERS: [AtomicU8; char::MAX as usize + 1] =
        [const { AtomicU8::new(UNKNOWN) }; char::MAX as usize + 1];

    let answer = &ANSWERS[c as usize];
    match answer.load(Relaxed) {
        UNKNOWN => {
            // Called by threads that know nothing of Python: attached for the time of this call.
            let ask = |py: Python<'_>| c.into_pyobject(py)?.call_method0("isalnum")?.extract::<bool>();
            let word = Python::attach(ask).unwrap_or_else(|_| c.is_alphanumeric());
            answer.store(if word { YES } else { NO }, Relaxed);
            word
        }
        known => known == YES,
    }
}

/// The lines as a file object yields them, without their ends: `\n`, `\r\n` and `\r` end one.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n').flat_map(|line| {
        let line = line.strip_suffix('\n').unwrap_or(line);
        line.strip_suffix('\r').unwrap_or(line).split('\r')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_digits_and_underscores() {
        let found: Vec<_> = words(" a_1 b\u{a0}ç\u{3000}d-e\u{85}2½ \u{1d54f}.\t").collect();
        assert_eq!(found, ["a_1", "b", "ç", "d", "e", "2½", "\u{1d54f}"]);
        // A vowel sign is alphabetic for Unicode and Rust, and not `\w` for Python.
        assert_eq!(words("\u{915}\u{93f}x").collect::<Vec<_>>(), ["\u{915}", "x"]);
        assert_eq!(words(" \n").count(), 0);
    }

    #[test]
    fn lines_end_as_in_python() {
        let found: Vec<_> = lines("a\nb\r\nc\rd\n\n\re").collect();
        assert_eq!(found, ["a", "b", "c", "d", "", "", "e"]);
        assert_eq!(lines("").count(), 0);
    }
}
