//! Docstrings made at compile time: `name(signature)\n--\n\ndoc`, which Python splits into `__text_signature__` and
//! `__doc__`.
//!
//! An array's length must be known before it is written. The macros give one that is enough, by `concat!`, which costs less than
//! to walk through it all twice; what is left at the end are NULs.

use super::signature::{Declared, Signature, identifier};

/// Writes into a buffer.
///
/// The compiler takes a microsecond or two for each call that it evaluates, and a module has many docs: so there are loops here
/// where a function of the standard library would do.
struct Writer<'a> {
    buffer: &'a mut [u8],
    at: usize,
}

impl Writer<'_> {
    const fn byte(&mut self, byte: u8) {
        self.buffer[self.at] = byte;
        self.at += 1;
    }

    #[inline]
    const fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    const fn bytes(&mut self, bytes: &[u8]) {
        let len = bytes.len();
        let mut at = self.at;
        let mut index = 0;
        while index < len {
            self.buffer[at] = bytes[index];
            at += 1;
            index += 1;
        }
        self.at = at;
    }

    /// The texts of doc attributes, each with a line break at its end, and without the one space that follows `///`. The last
    /// line break, and empty lines before it, are left out. A text that begins with NUL is that of another attribute.
    #[inline]
    const fn doc(&mut self, texts: &[&str]) {
        let mut end = texts.len();
        while end > 0 && matches!(texts[end - 1].as_bytes(), [b'\n'] | [0, ..]) {
            end -= 1;
        }
        let mut index = 0;
        while index < end {
            match texts[index].as_bytes() {
                [0, ..] => {}
                [b' ', text @ ..] | text => {
                    let (text, _) = text.split_at(text.len() - (index + 1 == end) as usize);
                    self.bytes(text);
                }
            }
            index += 1;
        }
    }

    #[inline]
    const fn signature(&mut self, signature: &Signature) {
        self.text(signature.function.name);
        self.byte(b'(');
        self.text(signature.receiver);
        let mut index = 0;
        while index < signature.declared.len() {
            if index > 0 || !signature.receiver.is_empty() {
                self.text(", ");
            }
            match signature.declared[index] {
                Declared::Parameter(name, None) => self.text(name),
                Declared::Parameter(name, Some(default)) => {
                    self.text(name);
                    self.byte(b'=');
                    self.default(default);
                }
                Declared::Slash => self.byte(b'/'),
                Declared::Star => self.byte(b'*'),
                Declared::Arguments(name) => {
                    self.byte(b'*');
                    self.text(name);
                }
                Declared::Keywords(name) => {
                    self.text("**");
                    self.text(name);
                }
            }
            index += 1;
        }
        self.byte(b')');
    }

    /// A default's Rust source as Python would write it, or `...` where that is not obvious.
    #[inline]
    const fn default(&mut self, source: &str) {
        let bytes = source.as_bytes();
        let (sign, rest) = match bytes {
            [b'-', b' ', rest @ ..] | [b'-', rest @ ..] => (true, rest),
            _ => (false, bytes),
        };
        if let Some(end) = number_end(rest) {
            if sign {
                self.byte(b'-');
            }
            let mut index = 0;
            while index < end {
                if rest[index] != b'_' {
                    self.byte(rest[index]);
                }
                index += 1;
            }
            return;
        }
        match bytes {
            b"None" => self.text("None"),
            b"true" => self.text("True"),
            b"false" => self.text("False"),
            b"()" => self.text("()"),
            _ if is_plain_string(bytes) => self.text(source),
            // Before 3.8 `inspect` drops a parameter whose default is `...`.
            _ => self.text(if cfg!(Py_3_8) { "..." } else { "'...'" }),
        }
    }
}

/// Where the digits of a number end and a type suffix begins; `None` if it is not a number alone.
#[inline]
const fn number_end(source: &[u8]) -> Option<usize> {
    if source.is_empty() || !source[0].is_ascii_digit() {
        return None;
    }
    let radix = source.len() > 1 && source[0] == b'0' && matches!(source[1], b'x' | b'o' | b'b');
    let hexadecimal = radix && source[1] == b'x';
    let mut end = if radix { 2 } else { 1 };
    while end < source.len() {
        let byte = source[end];
        let digit = byte.is_ascii_digit() || byte == b'_' || (hexadecimal && byte.is_ascii_hexdigit());
        let fraction = !radix && byte == b'.';
        let exponent = !radix && matches!(byte, b'e' | b'E');
        let sign = matches!(byte, b'+' | b'-') && matches!(source[end - 1], b'e' | b'E') && !hexadecimal;
        if !(digit || fraction || exponent || sign) {
            break;
        }
        end += 1;
    }
    // `1..2` and `1.max(2)` are no numbers; `1.` is one in Python too.
    let mut suffix = end;
    while suffix < source.len() {
        if !(source[suffix].is_ascii_alphanumeric() || source[suffix] == b'_') {
            return None;
        }
        suffix += 1;
    }
    let letter = if end < source.len() { source[end] } else { b'u' };
    let is_suffix = matches!(letter, b'u' | b'i' | b'f');
    let mut dots = 0;
    let mut index = 0;
    while index < end {
        dots += (source[index] == b'.') as usize;
        index += 1;
    }
    if is_suffix && dots <= 1 && !(end < source.len() && source[end - 1] == b'.') { Some(end) } else { None }
}

/// Whether it is one string, byte string or character literal that Python reads alike.
const fn is_plain_string(source: &[u8]) -> bool {
    let start = match source {
        [b'b', b'"', ..] => 2,
        [b'"', ..] => 1,
        [b'\'', .., b'\''] => return source.len() >= 3,
        _ => return false,
    };
    let mut index = start;
    while index < source.len() {
        match source[index] {
            // Rust's `\u{…}` and a line break are not Python's.
            b'\\' if index + 1 < source.len() && matches!(source[index + 1], b'u' | b'\n') => return false,
            b'\\' => index += 1,
            b'\n' => return false,
            b'"' => return index + 1 == source.len(),
            _ => {}
        }
        index += 1;
    }
    false
}

/// What Python looks for at the end of a signature. 2.7 does not, and shows all of it.
const SEPARATOR: &str = if cfg!(Py_2) { "\n\n" } else { "\n--\n\n" };

/// A function's `ml_doc`, with a NUL at least at its end.
pub const fn doc_text<const N: usize>(signature: &Signature, doc: &[&str]) -> [u8; N] {
    let mut buffer = [0; N];
    let mut writer = Writer { buffer: &mut buffer, at: 0 };
    writer.signature(signature);
    writer.text(SEPARATOR);
    writer.doc(doc);
    buffer
}

/// A module's docstring, with a NUL at least at its end.
pub const fn plain_doc_text<const N: usize>(doc: &[&str]) -> [u8; N] {
    let mut buffer = [0; N];
    let mut writer = Writer { buffer: &mut buffer, at: 0 };
    writer.doc(doc);
    buffer
}

/// A name as C has it: `name` ends with a NUL already, and may begin with Rust's `r#`.
///
/// # Panics
/// At compile time, if it does not end with its only NUL.
#[inline]
pub const fn c_name(name: &'static str) -> &'static std::ffi::CStr {
    match std::ffi::CStr::from_bytes_with_nul(identifier(name).as_bytes()) {
        Ok(name) => name,
        Err(_) => panic!("a name with a NUL in it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[inline]
    fn default(source: &str) -> String {
        let mut buffer = [0; 100];
        let mut writer = Writer { buffer: &mut buffer, at: 0 };
        writer.default(source);
        let end = writer.at;
        let text = String::from_utf8(buffer[..end].to_vec()).unwrap();
        if text == "'...'" { "...".to_owned() } else { text }
    }

    #[test]
    fn defaults_are_written_as_python() {
        for (rust, python) in [
            ("None", "None"),
            ("true", "True"),
            ("2", "2"),
            ("-1", "-1"),
            ("- 1", "-1"),
            ("1_000u64", "1000"),
            ("0xFFu8", "0xFF"),
            ("0b1010", "0b1010"),
            ("2.5e-3f64", "2.5e-3"),
            ("1f32", "1"),
            ("\"a, b\"", "\"a, b\""),
            ("'x'", "'x'"),
            ("b\"raw\\x00\"", "b\"raw\\x00\""),
            ("\"\\u{1F600}\"", "..."),
            ("\"a\" . len()", "..."),
            ("1..2", "..."),
            ("2.0.sqrt()", "..."),
            ("usize::MAX", "..."),
            ("Vec::new()", "..."),
        ] {
            assert_eq!(default(rust), python, "{rust}");
        }
    }

    #[test]
    fn docs_lose_one_space_a_line() {
        const DOC: &[&str] = &[" First.\n", "\n", "\0", "   indented\n", "last\n of all\n", "\n", "\0", "\n"];
        const TEXT: [u8; 40] = plain_doc_text(DOC);
        let text = std::ffi::CStr::from_bytes_until_nul(&TEXT).unwrap();
        assert_eq!(text.to_str().unwrap(), "First.\n\n  indented\nlast\n of all");
    }
}
