//! What a `str` is made of.

#[cfg(not(Py_LIMITED_API))]
use super::PyString;
#[cfg(not(Py_LIMITED_API))]
use crate::err::PyResult;
#[cfg(not(Py_LIMITED_API))]
use crate::ffi;
#[cfg(not(Py_LIMITED_API))]
use crate::python::Bound;

/// The code points of a [`PyString`] as they are stored: each in as many bytes as the largest of them takes.
///
/// On 2.7 they are stored as UTF-16 or as UTF-32, as the interpreter was built.
#[cfg(not(Py_LIMITED_API))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PyStringData<'a> {
    /// All are below `U+0100`.
    Ucs1(&'a [u8]),
    /// All are below `U+10000`; on a narrow build of 2.7, UTF-16.
    Ucs2(&'a [u16]),
    /// Any.
    Ucs4(&'a [u32]),
}

#[cfg(not(Py_LIMITED_API))]
impl<'a> PyStringData<'a> {
    /// # Safety
    /// Nobody writes to the string.
    #[inline]
    pub(super) unsafe fn of(text: &'a Bound<'_, PyString>) -> PyResult<Self> {
        let object = text.as_ptr();
        #[cfg(Py_2)]
        {
            // SAFETY: a `unicode`, which has as many units as it says.
            let units = unsafe {
                std::slice::from_raw_parts(
                    ffi::PyUnicode_AS_UNICODE(object).cast_const(),
                    ffi::PyUnicode_GET_SIZE(object) as usize,
                )
            };
            #[cfg(Py_UNICODE_WIDE)]
            return Ok(PyStringData::Ucs4(units));
            #[cfg(not(Py_UNICODE_WIDE))]
            return Ok(PyStringData::Ucs2(units));
        }
        #[cfg(not(Py_2))]
        // SAFETY: a `str`, which has as many code points of that size as it says, and keeps them.
        unsafe {
            if ffi::PyUnicode_READY(object) != 0 {
                return Err(crate::err::PyErr::fetch(text.py()));
            }
            let length = ffi::PyUnicode_GET_LENGTH(object) as usize;
            let data = ffi::PyUnicode_DATA(object).cast_const();
            Ok(match ffi::PyUnicode_KIND(object) {
                ffi::PyUnicode_1BYTE_KIND => {
                    PyStringData::Ucs1(std::slice::from_raw_parts(data.cast(), length))
                }
                ffi::PyUnicode_2BYTE_KIND => {
                    PyStringData::Ucs2(std::slice::from_raw_parts(data.cast(), length))
                }
                _ => PyStringData::Ucs4(std::slice::from_raw_parts(data.cast(), length)),
            })
        }
    }

    /// The stored bytes, in the machine's byte order.
    #[inline]
    pub fn as_bytes(&self) -> &'a [u8] {
        // SAFETY: any number is made of bytes that can be read.
        unsafe {
            match *self {
                PyStringData::Ucs1(data) => data,
                PyStringData::Ucs2(data) => {
                    std::slice::from_raw_parts(data.as_ptr().cast(), size_of_val(data))
                }
                PyStringData::Ucs4(data) => {
                    std::slice::from_raw_parts(data.as_ptr().cast(), size_of_val(data))
                }
            }
        }
    }

    /// The size of one code point in bytes.
    #[inline]
    pub fn value_width_bytes(&self) -> usize {
        match self {
            PyStringData::Ucs1(_) => 1,
            PyStringData::Ucs2(_) => 2,
            PyStringData::Ucs4(_) => 4,
        }
    }

    /// The text; each lone surrogate is replaced by `U+FFFD`.
    ///
    /// ```
    /// use pyrules::{PyString, Python};
    ///
    /// Python::attach(|py| {
    ///     let text = PyString::new(py, "déjà vu");
    ///     // SAFETY: a finished string.
    ///     assert_eq!(unsafe { text.data() }?.to_string_lossy(), "déjà vu");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn to_string_lossy(&self) -> String {
        let or_replacement = |code| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        match self {
            PyStringData::Ucs1(data) => data.iter().copied().map(char::from).collect(),
            PyStringData::Ucs2(data) if cfg!(Py_2) => String::from_utf16_lossy(data),
            PyStringData::Ucs2(data) => data.iter().map(|code| or_replacement((*code).into())).collect(),
            PyStringData::Ucs4(data) => data.iter().map(|code| or_replacement(*code)).collect(),
        }
    }
}

/// UTF-8 in which lone surrogates are encoded as well, as text: each of them becomes `U+FFFD`.
#[inline]
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
