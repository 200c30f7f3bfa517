//! What a `str` is made of.

/// UTF-8 in which lone surrogates are encoded as well, as text: each of them becomes `U+FFFD`.
pub(super) fn replace_surrogates(mut bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    while !bytes.is_empty() {
        let error = match std::str::from_utf8(bytes) {
            Ok(rest) => {
                text.push_str(rest);
                break;
            }
            Err(error) => error,
        };
        let (good, bad) = bytes.split_at(error.valid_up_to());
        text.push_str(&String::from_utf8_lossy(good));
        text.push('\u{fffd}');
        // A surrogate is encoded in three bytes, of which Rust finds fault with each.
        let surrogate = matches!(bad, [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]);
        bytes = &bad[if surrogate { 3 } else { 1 }..];
    }
    text
}

#[cfg(test)]
mod tests {
    use super::replace_surrogates;

    #[test]
    fn each_surrogate_becomes_one_replacement() {
        assert_eq!(replace_surrogates("a\u{e4}\u{10000}".as_bytes()), "a\u{e4}\u{10000}");
        assert_eq!(replace_surrogates(b"a\xed\xa0\x80\xed\xb0\x80b"), "a\u{fffd}\u{fffd}b");
        assert_eq!(replace_surrogates(b"\xed\xbf\xbf"), "\u{fffd}");
    }
}
