//! `longobject.h`: integers. (2.7: `long`; see `intobject` for its `int`.)

use super::*;

/// A digit of an integer: 30 bits of it are used, or 15.
#[cfg(Py_LONG_WIDE)]
pub type digit = u32;
#[cfg(not(Py_LONG_WIDE))]
pub type digit = c_ushort;

/// An integer: its digits, the least significant first, and their number and sign.
#[repr(C)]
pub struct PyLongObject {
    /// The number of digits, negative for a negative integer.
    #[cfg(not(any(Py_3_12, Py_LIMITED_API, PyPy)))]
    pub ob_base: PyVarObject,
    /// There are as many digits as `ob_base` says.
    #[cfg(not(any(Py_3_12, Py_LIMITED_API, PyPy)))]
    pub ob_digit: [digit; 1],
    #[cfg(all(Py_3_12, not(any(Py_LIMITED_API, PyPy))))]
    pub ob_base: PyObject,
    #[cfg(all(Py_3_12, not(any(Py_LIMITED_API, PyPy))))]
    pub long_value: _PyLongValue,
    /// The limited API does not say what is in it.
    #[cfg(any(Py_LIMITED_API, PyPy))]
    _opaque: [u8; 0],
}

/// There are as many digits as the tag says.
#[cfg(all(Py_3_12, not(any(Py_LIMITED_API, PyPy))))]
#[repr(C)]
pub struct _PyLongValue {
    /// The number of digits from bit 3 on, and 0, 1 or 2 for a positive integer, zero, a negative one.
    pub lv_tag: usize,
    pub ob_digit: [digit; 1],
}

#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_DEFAULTS: c_int = -1;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_BIG_ENDIAN: c_int = 0;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_LITTLE_ENDIAN: c_int = 1;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_NATIVE_ENDIAN: c_int = 3;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_UNSIGNED_BUFFER: c_int = 4;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
pub const Py_ASNATIVEBYTES_REJECT_NEGATIVE: c_int = 8;
#[cfg(Py_3_14)]
pub const Py_ASNATIVEBYTES_ALLOW_INDEX: c_int = 16;

c_api! {
    pub fn PyLong_FromLong(arg1: c_long) -> *mut PyObject;
    pub fn PyLong_FromUnsignedLong(arg1: c_ulong) -> *mut PyObject;
    pub fn PyLong_FromSize_t(arg1: usize) -> *mut PyObject;
    pub fn PyLong_FromSsize_t(arg1: Py_ssize_t) -> *mut PyObject;
    pub fn PyLong_FromDouble(arg1: c_double) -> *mut PyObject;
    pub fn PyLong_AsLong(op: *mut PyObject) -> c_long;
    pub fn PyLong_AsLongAndOverflow(arg1: *mut PyObject, arg2: *mut c_int) -> c_long;
    pub fn PyLong_AsSsize_t(op: *mut PyObject) -> Py_ssize_t;
    #[cfg(Py_3)]
    pub fn PyLong_AsSize_t(op: *mut PyObject) -> usize;
    pub fn PyLong_AsUnsignedLong(op: *mut PyObject) -> c_ulong;
    pub fn PyLong_AsUnsignedLongMask(op: *mut PyObject) -> c_ulong;
    #[cfg(Py_3_13)]
    pub fn PyLong_AsInt(op: *mut PyObject) -> c_int;
    pub fn PyLong_GetInfo() -> *mut PyObject;
    pub fn PyLong_AsDouble(op: *mut PyObject) -> c_double;
    pub fn PyLong_FromVoidPtr(arg1: *mut c_void) -> *mut PyObject;
    pub fn PyLong_AsVoidPtr(op: *mut PyObject) -> *mut c_void;
    pub fn PyLong_FromLongLong(arg1: c_longlong) -> *mut PyObject;
    pub fn PyLong_FromUnsignedLongLong(arg1: c_ulonglong) -> *mut PyObject;
    pub fn PyLong_AsLongLong(op: *mut PyObject) -> c_longlong;
    pub fn PyLong_AsUnsignedLongLong(op: *mut PyObject) -> c_ulonglong;
    pub fn PyLong_AsUnsignedLongLongMask(op: *mut PyObject) -> c_ulonglong;
    pub fn PyLong_AsLongLongAndOverflow(arg1: *mut PyObject, arg2: *mut c_int) -> c_longlong;
    pub fn PyLong_FromString(arg1: *const c_char, arg2: *mut *mut c_char, arg3: c_int) -> *mut PyObject;
    #[cfg(all(not(Py_3_10), not(Py_LIMITED_API)))]
    pub fn PyLong_FromUnicode(arg1: *mut Py_UNICODE, arg2: Py_ssize_t, arg3: c_int) -> *mut PyObject;
    pub fn PyOS_strtoul(arg1: *const c_char, arg2: *mut *mut c_char, arg3: c_int) -> c_ulong;
    pub fn PyOS_strtol(arg1: *const c_char, arg2: *mut *mut c_char, arg3: c_int) -> c_long;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyLong_FromUnicodeObject(u: *mut PyObject, base: c_int) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyLong_AsNativeBytes(
        v: *mut PyObject,
        buffer: *mut c_void,
        n_bytes: Py_ssize_t,
        flags: c_int,
    ) -> Py_ssize_t;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyLong_FromNativeBytes(buffer: *const c_void, n_bytes: usize, flags: c_int) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyLong_FromUnsignedNativeBytes(
        buffer: *const c_void,
        n_bytes: usize,
        flags: c_int,
    ) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_Sign")]
    pub fn _PyLong_Sign(v: *mut PyObject) -> c_int;
    #[cfg(all(not(Py_3_14), not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_NumBits")]
    pub fn _PyLong_NumBits(v: *mut PyObject) -> usize;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_NumBits")]
    pub fn _PyLong_NumBits(v: *mut PyObject) -> i64;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyLong_GetSign(op: *mut PyObject, sign: *mut c_int) -> c_int;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyLong_IsPositive(op: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyLong_IsNegative(op: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_14, not(Py_LIMITED_API)))]
    pub fn PyLong_IsZero(op: *mut PyObject) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyLong_FromInt32(value: i32) -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyLong_FromUInt32(value: u32) -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyLong_FromInt64(value: i64) -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyLong_FromUInt64(value: u64) -> *mut PyObject;
    #[cfg(Py_3_14)]
    pub fn PyLong_AsInt32(op: *mut PyObject, value: *mut i32) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyLong_AsUInt32(op: *mut PyObject, value: *mut u32) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyLong_AsInt64(op: *mut PyObject, value: *mut i64) -> c_int;
    #[cfg(Py_3_14)]
    pub fn PyLong_AsUInt64(op: *mut PyObject, value: *mut u64) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_FromByteArray")]
    pub fn _PyLong_FromByteArray(
        bytes: *const c_uchar,
        n: usize,
        little_endian: c_int,
        is_signed: c_int,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_AsByteArrayO")]
    pub fn _PyLong_AsByteArray(
        v: *mut PyLongObject,
        bytes: *mut c_uchar,
        n: usize,
        little_endian: c_int,
        is_signed: c_int,
        with_exceptions: c_int,
    ) -> c_int;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    #[cfg_attr(PyPy, link_name = "_PyPyLong_AsByteArrayO")]
    pub fn _PyLong_AsByteArray(
        v: *mut PyLongObject,
        bytes: *mut c_uchar,
        n: usize,
        little_endian: c_int,
        is_signed: c_int,
    ) -> c_int;
    pub static mut PyLong_Type: PyTypeObject;
}

#[inline]
pub unsafe fn PyLong_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_LONG_SUBCLASS) }
}

#[inline]
pub unsafe fn PyLong_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyLong_Type) }
}

/// Whether the integer has one digit or none, so that [`PyUnstable_Long_CompactValue`] can tell it.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyUnstable_Long_IsCompact(op: *const PyLongObject) -> c_int {
    // SAFETY: the caller's `op` is a live integer.
    unsafe {
        #[cfg(Py_3_12)]
        return ((*op).long_value.lv_tag < 2 << 3) as c_int;
        #[cfg(not(Py_3_12))]
        return ((*op).ob_base.ob_size.wrapping_add(1) as usize <= 2) as c_int;
    }
}

/// The value of an integer for which [`PyUnstable_Long_IsCompact`] is true.
#[cfg(not(any(Py_LIMITED_API, PyPy)))]
#[inline]
pub unsafe fn PyUnstable_Long_CompactValue(op: *const PyLongObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live integer; the digit is there where the size is not 0, from 3.12 on always.
    unsafe {
        #[cfg(Py_3_12)]
        {
            let sign = 1 - ((*op).long_value.lv_tag & 3) as Py_ssize_t;
            sign * (*op).long_value.ob_digit[0] as Py_ssize_t
        }
        #[cfg(not(Py_3_12))]
        match (*op).ob_base.ob_size {
            0 => 0,
            sign => sign * (*op).ob_digit[0] as Py_ssize_t,
        }
    }
}
