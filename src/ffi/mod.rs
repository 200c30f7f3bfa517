//! The C API of the Python interpreter, by hand.
//!
//! One file per CPython header, with the header's names in the header's order, and no logic above it: see CPython's own
//! documentation for what each function does and which references it takes and gives. What an older Python
//! lacks and the layers above need is supplied under its newest name, by `compat2` for 2.7 and by `compat3` for the others, so
//! that those layers write one spelling. Functions that are macros in C are `#[inline(always)]` functions here.
//!
//! Version cfgs: `Py_2`, `Py_3` and the cumulative `Py_3_5` … `Py_3_15`; `Py_LIMITED_API`, `Py_DEBUG`, `Py_TRACE_REFS`,
//! `Py_GIL_DISABLED`, `Py_UNICODE_WIDE`. Under the limited API the version cfgs state the limited version.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)] // CPython's names
#![allow(missing_docs, clippy::missing_safety_doc)] // CPython's documentation is the documentation
#![allow(static_mut_refs)]

#[macro_use]
mod macros;

// Every file here imports `super::*`, hence these.
#[rustfmt::skip]
#[allow(unused_imports)] // some only on some versions
use libc::{
    FILE, c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong,
    c_ushort, c_void, wchar_t,
};

mod pyport;
pub use pyport::*;

// First half: objects and built-in types (object.h … warnings.h).
mod r#abstract;
mod boolobject;
mod bytearrayobject;
mod bytesobject;
mod complexobject;
mod cpython_object;
mod cpython_unicodeobject;
mod descrobject;
mod dictobject;
mod floatobject;
mod import;
#[cfg(Py_2)]
mod intobject;
mod iterobject;
mod listobject;
mod longobject;
mod methodobject;
mod modsupport;
mod moduleobject;
mod object;
mod pyerrors;
mod rangeobject;
mod refcount;
mod setobject;
mod sliceobject;
mod structmember;
mod tupleobject;
mod typeslots;
mod unicodeobject;
mod warnings;
pub use r#abstract::*;
pub use boolobject::*;
pub use bytearrayobject::*;
pub use bytesobject::*;
pub use complexobject::*;
pub use cpython_object::*;
pub use cpython_unicodeobject::*;
pub use descrobject::*;
pub use dictobject::*;
pub use floatobject::*;
pub use import::*;
#[cfg(Py_2)]
pub use intobject::*;
pub use iterobject::*;
pub use listobject::*;
pub use longobject::*;
pub use methodobject::*;
pub use modsupport::*;
pub use moduleobject::*;
pub use object::*;
pub use pyerrors::*;
pub use rangeobject::*;
pub use refcount::*;
pub use setobject::*;
pub use sliceobject::*;
pub use structmember::*;
pub use tupleobject::*;
pub use typeslots::*;
pub use unicodeobject::*;
pub use warnings::*;

/// Stand-ins until pybuffer.rs arrives (remove them there).
#[repr(C)]
pub struct Py_buffer {
    _opaque: [u8; 0],
}
pub type getbufferproc = unsafe extern "C" fn(*mut PyObject, *mut Py_buffer, c_int) -> c_int;
pub type releasebufferproc = unsafe extern "C" fn(*mut PyObject, *mut Py_buffer);

// Second half: running code (ceval.h, pylifecycle.h …).

#[cfg(test)]
mod tests;
