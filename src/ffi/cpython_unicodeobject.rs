//! `cpython/unicodeobject.h`: the layout of strings, and the functions outside the limited API.

use super::*;

/// A 2.7 `unicode`.
#[cfg(Py_2)]
#[repr(C)]
pub struct PyUnicodeObject {
    pub ob_base: PyObject,
    pub length: Py_ssize_t,
    pub str: *mut Py_UNICODE,
    pub hash: c_long,
    pub defenc: *mut PyObject,
}

/// The start of every `str`; an ASCII one has its characters right behind this.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyASCIIObject {
    pub ob_base: PyObject,
    pub length: Py_ssize_t,
    pub hash: Py_hash_t,
    /// A bit field in C; the functions below read it.
    pub state: u32,
    #[cfg(not(Py_3_12))]
    pub wstr: *mut wchar_t,
}

/// A `str` that is not ASCII has its characters right behind this.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyCompactUnicodeObject {
    pub _base: PyASCIIObject,
    pub utf8_length: Py_ssize_t,
    pub utf8: *mut c_char,
    #[cfg(not(Py_3_12))]
    pub wstr_length: Py_ssize_t,
}

/// A `str` whose characters are elsewhere: an instance of a subclass, or a legacy string.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyUnicodeObject {
    pub _base: PyCompactUnicodeObject,
    /// A union of pointers to each width in C.
    pub data: *mut c_void,
}

#[cfg(all(Py_3, not(Py_3_12), not(Py_LIMITED_API)))]
pub const PyUnicode_WCHAR_KIND: c_int = 0;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PyUnicode_1BYTE_KIND: c_int = 1;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PyUnicode_2BYTE_KIND: c_int = 2;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PyUnicode_4BYTE_KIND: c_int = 4;

#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const SSTATE_NOT_INTERNED: c_int = 0;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const SSTATE_INTERNED_MORTAL: c_int = 1;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const SSTATE_INTERNED_IMMORTAL: c_int = 2;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const SSTATE_INTERNED_IMMORTAL_STATIC: c_int = 3;

c_api! {
    #[cfg(all(not(Py_3_12), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_GetSize")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_GetSize")]
    pub fn PyUnicode_GetSize(unicode: *mut PyObject) -> Py_ssize_t;
    #[cfg(all(Py_3, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn PyUnicode_InternImmortal(arg1: *mut *mut PyObject);
    #[cfg(all(Py_3, not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyUnicode_ClearFreeList() -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyUnicode_New(size: Py_ssize_t, maxchar: Py_UCS4) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn _PyUnicode_Ready(unicode: *mut PyObject) -> c_int;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyUnicode_CopyCharacters(
        to: *mut PyObject,
        to_start: Py_ssize_t,
        from: *mut PyObject,
        from_start: Py_ssize_t,
        how_many: Py_ssize_t,
    ) -> Py_ssize_t;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyUnicode_Fill(
        unicode: *mut PyObject,
        start: Py_ssize_t,
        length: Py_ssize_t,
        fill_char: Py_UCS4,
    ) -> Py_ssize_t;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyUnicode_FromKindAndData(kind: c_int, buffer: *const c_void, size: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(not(Py_3_12), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromUnicode")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromUnicode")]
    pub fn PyUnicode_FromUnicode(u: *const Py_UNICODE, size: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(not(Py_3_12), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsUnicode")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsUnicode")]
    pub fn PyUnicode_AsUnicode(unicode: *mut PyObject) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_12), not(Py_LIMITED_API)))]
    pub fn PyUnicode_AsUnicodeAndSize(unicode: *mut PyObject, size: *mut Py_ssize_t) -> *mut Py_UNICODE;
    #[cfg(all(not(Py_3_10), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_GetMax")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_GetMax")]
    pub fn PyUnicode_GetMax() -> Py_UNICODE;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyUnicode_AsUTF8(unicode: *mut PyObject) -> *const c_char;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Encode")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Encode")]
    pub fn PyUnicode_Encode(
        s: *const Py_UNICODE,
        size: Py_ssize_t,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyUnicode_EncodeUTF7(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        base64SetO: c_int,
        base64WhiteSpace: c_int,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeUTF8")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeUTF8")]
    pub fn PyUnicode_EncodeUTF8(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeUTF32")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeUTF32")]
    pub fn PyUnicode_EncodeUTF32(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: c_int,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeUTF16")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeUTF16")]
    pub fn PyUnicode_EncodeUTF16(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: c_int,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeUnicodeEscape")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeUnicodeEscape")]
    pub fn PyUnicode_EncodeUnicodeEscape(data: *const Py_UNICODE, length: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeRawUnicodeEscape")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeRawUnicodeEscape")]
    pub fn PyUnicode_EncodeRawUnicodeEscape(data: *const Py_UNICODE, length: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeLatin1")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeLatin1")]
    pub fn PyUnicode_EncodeLatin1(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeASCII")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeASCII")]
    pub fn PyUnicode_EncodeASCII(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeCharmap")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeCharmap")]
    pub fn PyUnicode_EncodeCharmap(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        mapping: *mut PyObject,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_TranslateCharmap")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_TranslateCharmap")]
    pub fn PyUnicode_TranslateCharmap(
        data: *const Py_UNICODE,
        length: Py_ssize_t,
        table: *mut PyObject,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_EncodeDecimal")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_EncodeDecimal")]
    pub fn PyUnicode_EncodeDecimal(
        s: *mut Py_UNICODE,
        length: Py_ssize_t,
        output: *mut c_char,
        errors: *const c_char,
    ) -> c_int;
    #[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyUnicode_TransformDecimalToASCII(s: *mut Py_UNICODE, length: Py_ssize_t) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strlen(u: *const Py_UNICODE) -> usize;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strcpy(s1: *mut Py_UNICODE, s2: *const Py_UNICODE) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strcat(s1: *mut Py_UNICODE, s2: *const Py_UNICODE) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strncpy(s1: *mut Py_UNICODE, s2: *const Py_UNICODE, n: usize) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strcmp(s1: *const Py_UNICODE, s2: *const Py_UNICODE) -> c_int;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strncmp(s1: *const Py_UNICODE, s2: *const Py_UNICODE, n: usize) -> c_int;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strchr(s: *const Py_UNICODE, c: Py_UNICODE) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn Py_UNICODE_strrchr(s: *const Py_UNICODE, c: Py_UNICODE) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn PyUnicode_AsUnicodeCopy(unicode: *mut PyObject) -> *mut Py_UNICODE;
    #[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyUnicode_EQ(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
}

/// `width` bits of the state from bit `start` on, in the order of declaration in C: from the low end where that is the
/// order of bytes too.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
unsafe fn state(op: *mut PyObject, start: u32, width: u32) -> u32 {
    // SAFETY: the caller's `op` is a live `str`.
    let state = unsafe { (*op.cast::<PyASCIIObject>()).state };
    let shift = if cfg!(target_endian = "little") { start } else { u32::BITS - start - width };
    (state >> shift) & ((1 << width) - 1)
}

/// Where the bits after `interned` start: free-threaded builds give that one a byte since 3.14.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
const AFTER_INTERNED: u32 = if cfg!(all(Py_GIL_DISABLED, Py_3_14)) { 8 } else { 2 };

/// One of the `SSTATE_` constants.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_CHECK_INTERNED(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live `str`.
    unsafe { state(op, 0, AFTER_INTERNED) as c_int }
}

/// The width of the characters, one of the `PyUnicode_…_KIND` constants.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_KIND(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live `str`.
    unsafe { state(op, AFTER_INTERNED, 3) as c_int }
}

/// Whether the characters are right behind the header.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_IS_COMPACT(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live `str`.
    unsafe { state(op, AFTER_INTERNED + 3, 1) as c_int }
}

/// Whether all characters are ASCII.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_IS_ASCII(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live `str`.
    unsafe { state(op, AFTER_INTERNED + 4, 1) as c_int }
}

/// Whether all characters are ASCII and right behind the header.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_IS_COMPACT_ASCII(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live `str`.
    unsafe { PyUnicode_IS_COMPACT(op) & PyUnicode_IS_ASCII(op) }
}

/// Whether the characters are in their final place; always, since 3.12.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_IS_READY(op: *mut PyObject) -> c_int {
    #[cfg(Py_3_12)]
    {
        let _ = op;
        1
    }
    // SAFETY: the caller's `op` is a live `str`.
    #[cfg(not(Py_3_12))]
    unsafe {
        state(op, AFTER_INTERNED + 5, 1) as c_int
    }
}

/// Puts the characters in their final place; `-1` if that fails.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_READY(op: *mut PyObject) -> c_int {
    #[cfg(Py_3_12)]
    {
        let _ = op;
        0
    }
    // SAFETY: the caller's `op` is a live `str`.
    #[cfg(not(Py_3_12))]
    unsafe {
        if PyUnicode_IS_READY(op) != 0 { 0 } else { _PyUnicode_Ready(op) }
    }
}

/// The first character of a string that is ready.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_DATA(op: *mut PyObject) -> *mut c_void {
    // SAFETY: the caller's `op` is a live `str` that is ready; the state says which of the three layouts it has.
    unsafe {
        if PyUnicode_IS_COMPACT(op) == 0 {
            (*op.cast::<PyUnicodeObject>()).data
        } else if PyUnicode_IS_ASCII(op) != 0 {
            op.cast::<PyASCIIObject>().add(1).cast()
        } else {
            op.cast::<PyCompactUnicodeObject>().add(1).cast()
        }
    }
}

/// The number of characters of a string that is ready.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_GET_LENGTH(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `str` that is ready.
    unsafe { (*op.cast::<PyASCIIObject>()).length }
}

/// The character at `index` of characters of width `kind`.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_READ(kind: c_int, data: *const c_void, index: Py_ssize_t) -> Py_UCS4 {
    // SAFETY: the caller's `data` has a character of that width at `index`.
    unsafe {
        match kind {
            PyUnicode_1BYTE_KIND => data.cast::<Py_UCS1>().offset(index).read().into(),
            PyUnicode_2BYTE_KIND => data.cast::<Py_UCS2>().offset(index).read().into(),
            _ => data.cast::<Py_UCS4>().offset(index).read(),
        }
    }
}

/// Sets the character at `index` of characters of width `kind`.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyUnicode_WRITE(kind: c_int, data: *mut c_void, index: Py_ssize_t, value: Py_UCS4) {
    // SAFETY: the caller's `data` has a place of that width at `index`, and `value` fits.
    unsafe {
        match kind {
            PyUnicode_1BYTE_KIND => data.cast::<Py_UCS1>().offset(index).write(value as Py_UCS1),
            PyUnicode_2BYTE_KIND => data.cast::<Py_UCS2>().offset(index).write(value as Py_UCS2),
            _ => data.cast::<Py_UCS4>().offset(index).write(value),
        }
    }
}

/// The number of code units of a 2.7 `unicode`.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyUnicode_GET_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live `unicode`.
    unsafe { (*op.cast::<PyUnicodeObject>()).length }
}

/// The first code unit of a 2.7 `unicode`.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyUnicode_AS_UNICODE(op: *mut PyObject) -> *mut Py_UNICODE {
    // SAFETY: the caller's `op` is a live `unicode`.
    unsafe { (*op.cast::<PyUnicodeObject>()).str }
}
