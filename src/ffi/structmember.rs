//! `structmember.h`: the older names of what `descrobject.h` has since 3.12, and direct access to members.

use super::*;

pub const T_SHORT: c_int = Py_T_SHORT;
pub const T_INT: c_int = Py_T_INT;
pub const T_LONG: c_int = Py_T_LONG;
pub const T_FLOAT: c_int = Py_T_FLOAT;
pub const T_DOUBLE: c_int = Py_T_DOUBLE;
pub const T_STRING: c_int = Py_T_STRING;
pub const T_OBJECT: c_int = _Py_T_OBJECT;
pub const T_CHAR: c_int = Py_T_CHAR;
pub const T_BYTE: c_int = Py_T_BYTE;
pub const T_UBYTE: c_int = Py_T_UBYTE;
pub const T_USHORT: c_int = Py_T_USHORT;
pub const T_UINT: c_int = Py_T_UINT;
pub const T_ULONG: c_int = Py_T_ULONG;
pub const T_STRING_INPLACE: c_int = Py_T_STRING_INPLACE;
pub const T_BOOL: c_int = Py_T_BOOL;
pub const T_OBJECT_EX: c_int = Py_T_OBJECT_EX;
pub const T_LONGLONG: c_int = Py_T_LONGLONG;
pub const T_ULONGLONG: c_int = Py_T_ULONGLONG;
pub const T_PYSSIZET: c_int = Py_T_PYSSIZET;
#[cfg(Py_3)]
pub const T_NONE: c_int = _Py_T_NONE;

pub const READONLY: c_int = Py_READONLY;
pub const READ_RESTRICTED: c_int = 2;
pub const PY_WRITE_RESTRICTED: c_int = 4;
pub const RESTRICTED: c_int = READ_RESTRICTED | PY_WRITE_RESTRICTED;

c_api! {
    pub fn PyMember_GetOne(addr: *const c_char, member: *mut PyMemberDef) -> *mut PyObject;
    pub fn PyMember_SetOne(addr: *mut c_char, member: *mut PyMemberDef, value: *mut PyObject) -> c_int;
}
