//! `unicodeobject.h`: text. (2.7: `unicode`, whose functions carry the width of its characters in their symbols.)

use super::*;

/// A character as the deprecated functions know it.
#[cfg(all(Py_2, not(Py_UNICODE_WIDE)))]
pub type Py_UNICODE = u16;
/// A character as the deprecated functions know it.
#[cfg(all(Py_2, Py_UNICODE_WIDE))]
pub type Py_UNICODE = u32;
/// A character as the deprecated functions know it.
#[cfg(Py_3)]
pub type Py_UNICODE = wchar_t;

c_api! {
    pub static mut PyUnicode_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyUnicodeIter_Type: PyTypeObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromStringAndSize")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromStringAndSize")]
    pub fn PyUnicode_FromStringAndSize(u: *const c_char, size: Py_ssize_t) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromString")]
    pub fn PyUnicode_FromString(u: *const c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_Substring(str_: *mut PyObject, start: Py_ssize_t, end: Py_ssize_t) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_AsUCS4(
        unicode: *mut PyObject,
        buffer: *mut Py_UCS4,
        buflen: Py_ssize_t,
        copy_null: c_int,
    ) -> *mut Py_UCS4;
    #[cfg(Py_3)]
    pub fn PyUnicode_AsUCS4Copy(unicode: *mut PyObject) -> *mut Py_UCS4;
    #[cfg(Py_3)]
    pub fn PyUnicode_GetLength(unicode: *mut PyObject) -> Py_ssize_t;
    #[cfg(Py_3)]
    pub fn PyUnicode_ReadChar(unicode: *mut PyObject, index: Py_ssize_t) -> Py_UCS4;
    #[cfg(Py_3)]
    pub fn PyUnicode_WriteChar(unicode: *mut PyObject, index: Py_ssize_t, character: Py_UCS4) -> c_int;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Resize")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Resize")]
    pub fn PyUnicode_Resize(unicode: *mut *mut PyObject, length: Py_ssize_t) -> c_int;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromEncodedObject")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromEncodedObject")]
    pub fn PyUnicode_FromEncodedObject(
        obj: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromObject")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromObject")]
    pub fn PyUnicode_FromObject(obj: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromFormat")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromFormat")]
    pub fn PyUnicode_FromFormat(format: *const c_char, ...) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_InternInPlace(arg1: *mut *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyUnicode_InternFromString(u: *const c_char) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromWideChar")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromWideChar")]
    pub fn PyUnicode_FromWideChar(w: *const wchar_t, size: Py_ssize_t) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_AsWideChar(unicode: *mut PyObject, w: *mut wchar_t, size: Py_ssize_t) -> Py_ssize_t;
    #[cfg(Py_2)]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsWideChar")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsWideChar")]
    pub fn PyUnicode_AsWideChar(
        unicode: *mut PyUnicodeObject,
        w: *mut wchar_t,
        size: Py_ssize_t,
    ) -> Py_ssize_t;
    #[cfg(Py_3)]
    pub fn PyUnicode_AsWideCharString(unicode: *mut PyObject, size: *mut Py_ssize_t) -> *mut wchar_t;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_FromOrdinal")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_FromOrdinal")]
    pub fn PyUnicode_FromOrdinal(ordinal: c_int) -> *mut PyObject;
    #[cfg(Py_2)]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_ClearFreelist")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_ClearFreelist")]
    pub fn PyUnicode_ClearFreelist() -> c_int;
    #[cfg(Py_2)]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "_PyUnicodeUCS4_AsDefaultEncodedString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "_PyUnicodeUCS2_AsDefaultEncodedString")]
    pub fn _PyUnicode_AsDefaultEncodedString(arg1: *mut PyObject, arg2: *const c_char) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_GetDefaultEncoding")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_GetDefaultEncoding")]
    pub fn PyUnicode_GetDefaultEncoding() -> *const c_char;
    #[cfg(Py_2)]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_SetDefaultEncoding")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_SetDefaultEncoding")]
    pub fn PyUnicode_SetDefaultEncoding(encoding: *const c_char) -> c_int;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Decode")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Decode")]
    pub fn PyUnicode_Decode(
        s: *const c_char,
        size: Py_ssize_t,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn PyUnicode_AsDecodedObject(
        unicode: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn PyUnicode_AsDecodedUnicode(
        unicode: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(not(Py_3_15))]
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsEncodedObject")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsEncodedObject")]
    pub fn PyUnicode_AsEncodedObject(
        unicode: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsEncodedString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsEncodedString")]
    pub fn PyUnicode_AsEncodedString(
        unicode: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_3_15)))]
    pub fn PyUnicode_AsEncodedUnicode(
        unicode: *mut PyObject,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> *mut PyObject;
    pub fn PyUnicode_BuildEncodingMap(string: *mut PyObject) -> *mut PyObject;
    pub fn PyUnicode_DecodeUTF7(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    pub fn PyUnicode_DecodeUTF7Stateful(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        consumed: *mut Py_ssize_t,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF8")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF8")]
    pub fn PyUnicode_DecodeUTF8(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF8Stateful")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF8Stateful")]
    pub fn PyUnicode_DecodeUTF8Stateful(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        consumed: *mut Py_ssize_t,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsUTF8String")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsUTF8String")]
    pub fn PyUnicode_AsUTF8String(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_10)))]
    pub fn PyUnicode_AsUTF8AndSize(unicode: *mut PyObject, size: *mut Py_ssize_t) -> *const c_char;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF32")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF32")]
    pub fn PyUnicode_DecodeUTF32(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: *mut c_int,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF32Stateful")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF32Stateful")]
    pub fn PyUnicode_DecodeUTF32Stateful(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: *mut c_int,
        consumed: *mut Py_ssize_t,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsUTF32String")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsUTF32String")]
    pub fn PyUnicode_AsUTF32String(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF16")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF16")]
    pub fn PyUnicode_DecodeUTF16(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: *mut c_int,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUTF16Stateful")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUTF16Stateful")]
    pub fn PyUnicode_DecodeUTF16Stateful(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
        byteorder: *mut c_int,
        consumed: *mut Py_ssize_t,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsUTF16String")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsUTF16String")]
    pub fn PyUnicode_AsUTF16String(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeUnicodeEscape")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeUnicodeEscape")]
    pub fn PyUnicode_DecodeUnicodeEscape(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsUnicodeEscapeString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsUnicodeEscapeString")]
    pub fn PyUnicode_AsUnicodeEscapeString(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeRawUnicodeEscape")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeRawUnicodeEscape")]
    pub fn PyUnicode_DecodeRawUnicodeEscape(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsRawUnicodeEscapeString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsRawUnicodeEscapeString")]
    pub fn PyUnicode_AsRawUnicodeEscapeString(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeLatin1")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeLatin1")]
    pub fn PyUnicode_DecodeLatin1(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsLatin1String")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsLatin1String")]
    pub fn PyUnicode_AsLatin1String(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeASCII")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeASCII")]
    pub fn PyUnicode_DecodeASCII(
        string: *const c_char,
        length: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsASCIIString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsASCIIString")]
    pub fn PyUnicode_AsASCIIString(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_DecodeCharmap")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_DecodeCharmap")]
    pub fn PyUnicode_DecodeCharmap(
        string: *const c_char,
        length: Py_ssize_t,
        mapping: *mut PyObject,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_AsCharmapString")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_AsCharmapString")]
    pub fn PyUnicode_AsCharmapString(unicode: *mut PyObject, mapping: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_DecodeLocaleAndSize(
        str_: *const c_char,
        len: Py_ssize_t,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_DecodeLocale(str_: *const c_char, errors: *const c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_EncodeLocale(unicode: *mut PyObject, errors: *const c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_FSConverter(arg1: *mut PyObject, arg2: *mut c_void) -> c_int;
    #[cfg(Py_3)]
    pub fn PyUnicode_FSDecoder(arg1: *mut PyObject, arg2: *mut c_void) -> c_int;
    #[cfg(Py_3)]
    pub fn PyUnicode_DecodeFSDefault(s: *const c_char) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_DecodeFSDefaultAndSize(s: *const c_char, size: Py_ssize_t) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_EncodeFSDefault(unicode: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Concat")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Concat")]
    pub fn PyUnicode_Concat(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyUnicode_Append(pleft: *mut *mut PyObject, right: *mut PyObject);
    #[cfg(Py_3)]
    pub fn PyUnicode_AppendAndDel(pleft: *mut *mut PyObject, right: *mut PyObject);
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Split")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Split")]
    pub fn PyUnicode_Split(s: *mut PyObject, sep: *mut PyObject, maxsplit: Py_ssize_t) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Splitlines")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Splitlines")]
    pub fn PyUnicode_Splitlines(s: *mut PyObject, keepends: c_int) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Partition")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Partition")]
    pub fn PyUnicode_Partition(s: *mut PyObject, sep: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_RPartition")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_RPartition")]
    pub fn PyUnicode_RPartition(s: *mut PyObject, sep: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_RSplit")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_RSplit")]
    pub fn PyUnicode_RSplit(s: *mut PyObject, sep: *mut PyObject, maxsplit: Py_ssize_t) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Translate")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Translate")]
    pub fn PyUnicode_Translate(
        str_: *mut PyObject,
        table: *mut PyObject,
        errors: *const c_char,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Join")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Join")]
    pub fn PyUnicode_Join(separator: *mut PyObject, seq: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Tailmatch")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Tailmatch")]
    pub fn PyUnicode_Tailmatch(
        str_: *mut PyObject,
        substr: *mut PyObject,
        start: Py_ssize_t,
        end: Py_ssize_t,
        direction: c_int,
    ) -> Py_ssize_t;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Find")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Find")]
    pub fn PyUnicode_Find(
        str_: *mut PyObject,
        substr: *mut PyObject,
        start: Py_ssize_t,
        end: Py_ssize_t,
        direction: c_int,
    ) -> Py_ssize_t;
    #[cfg(Py_3)]
    pub fn PyUnicode_FindChar(
        str_: *mut PyObject,
        ch: Py_UCS4,
        start: Py_ssize_t,
        end: Py_ssize_t,
        direction: c_int,
    ) -> Py_ssize_t;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Count")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Count")]
    pub fn PyUnicode_Count(
        str_: *mut PyObject,
        substr: *mut PyObject,
        start: Py_ssize_t,
        end: Py_ssize_t,
    ) -> Py_ssize_t;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Replace")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Replace")]
    pub fn PyUnicode_Replace(
        str_: *mut PyObject,
        substr: *mut PyObject,
        replstr: *mut PyObject,
        maxcount: Py_ssize_t,
    ) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Compare")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Compare")]
    pub fn PyUnicode_Compare(left: *mut PyObject, right: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyUnicode_CompareWithASCIIString(left: *mut PyObject, right: *const c_char) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyUnicode_EqualToUTF8(arg1: *mut PyObject, arg2: *const c_char) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyUnicode_EqualToUTF8AndSize(arg1: *mut PyObject, arg2: *const c_char, arg3: Py_ssize_t) -> c_int;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_RichCompare")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_RichCompare")]
    pub fn PyUnicode_RichCompare(left: *mut PyObject, right: *mut PyObject, op: c_int) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Format")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Format")]
    pub fn PyUnicode_Format(format: *mut PyObject, args: *mut PyObject) -> *mut PyObject;
    #[cfg_attr(all(Py_2, Py_UNICODE_WIDE), link_name = "PyUnicodeUCS4_Contains")]
    #[cfg_attr(all(Py_2, not(Py_UNICODE_WIDE)), link_name = "PyUnicodeUCS2_Contains")]
    pub fn PyUnicode_Contains(container: *mut PyObject, element: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyUnicode_IsIdentifier(s: *mut PyObject) -> c_int;
}

#[inline]
pub unsafe fn PyUnicode_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_UNICODE_SUBCLASS) }
}

#[inline]
pub unsafe fn PyUnicode_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyUnicode_Type) }
}
