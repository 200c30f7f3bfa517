//! The C API of the Python interpreter, by hand.
//!
//! One file per CPython header, with the header's names in the header's order, and no logic above it: see CPython's own
//! documentation for what each function does and which references it takes and gives. What an older Python
//! lacks and the layers above need is supplied under its newest name, by `compat2` for 2.7 and by `compat3` for the others, so
//! that those layers write one spelling. Functions that are macros in C are `#[inline]` functions here.
//!
//! Version cfgs: `Py_2`, `Py_3` and the cumulative `Py_3_5` … `Py_3_15`; `Py_LIMITED_API`, `Py_DEBUG`, `Py_TRACE_REFS`,
//! `Py_GIL_DISABLED`, `Py_TARGET_ABI3T`, `Py_UNICODE_WIDE`. Under the limited API the version cfgs state the limited version.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)] // CPython's names
#![allow(missing_docs, clippy::missing_safety_doc)] // CPython's documentation is the documentation
#![allow(static_mut_refs)]

#[macro_use]
mod macros;

// Every file here imports `super::*`, hence these.
#[rustfmt::skip]
#[allow(unused_imports)] // some only on some versions
use std::ffi::{
    c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong,
    c_ushort, c_void,
};

pub(crate) mod platform;
mod pyport;
#[cfg(all(unix, Py_3_7, not(Py_LIMITED_API)))]
pub use platform::pthread_key_t;
pub use platform::{FILE, wchar_t};
pub(crate) mod thread_end;
pub use pyport::*;

// First half: objects and built-in types (object.h … warnings.h).
mod r#abstract;
mod boolobject;
mod bytearrayobject;
mod bytesobject;
#[cfg(Py_2)]
mod compat2;
mod compat3;
#[cfg(any(not(Py_3_14), Py_LIMITED_API))]
mod compat3_builtins;
mod complexobject;
mod cpython_object;
#[cfg(not(Py_LIMITED_API))]
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
#[cfg(Py_3_15)]
mod slots;
mod structmember;
mod tupleobject;
mod typeslots;
mod unicodeobject;
mod warnings;
pub use r#abstract::*;
pub use boolobject::*;
pub use bytearrayobject::*;
pub use bytesobject::*;
#[cfg(Py_2)]
pub use compat2::*;
pub use compat3::*;
#[cfg(any(not(Py_3_14), Py_LIMITED_API))]
pub use compat3_builtins::*;
pub use complexobject::*;
pub use cpython_object::*;
#[cfg(not(Py_LIMITED_API))]
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
#[cfg(Py_3_15)]
pub use slots::*;
pub use structmember::*;
pub use tupleobject::*;
pub use typeslots::*;
pub use unicodeobject::*;
pub use warnings::*;

// Second half: running code (ceval.h, pylifecycle.h …).
#[cfg(not(Py_LIMITED_API))]
mod cellobject;
mod ceval;
#[cfg(not(Py_LIMITED_API))]
mod classobject;
mod code;
mod codecs;
#[cfg(any(not(Py_3_9), Py_LIMITED_API))]
mod compat_abstract;
#[cfg(all(Py_LIMITED_API, unix))]
mod compat_by_name;
#[cfg(any(not(Py_3_11), Py_LIMITED_API))]
mod compat_frame;
#[cfg(not(Py_3_10))]
mod compat_iter;
#[cfg(not(all(Py_3_14, Py_LIMITED_API)))]
mod compat_next;
#[cfg(Py_TARGET_ABI3T)]
mod compat_opaque;
#[cfg(PyPy)]
mod compat_pypy;
#[cfg(not(Py_3_13))]
mod compat_runtime;
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
mod compat_state;
mod compat_type;
#[cfg(not(Py_LIMITED_API))]
mod compat_type_fields;
#[cfg(Py_LIMITED_API)]
mod compat_type_limited;
#[cfg(all(Py_3_7, not(Py_3_11), any(Py_LIMITED_API, test)))]
mod compat_type_words;
mod compat_version;
mod compile;
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
mod context;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_15))]
mod critical_section;
#[cfg(not(Py_LIMITED_API))]
mod datetime;
mod fileobject;
#[cfg(Py_3)]
mod fileutils;
mod frameobject;
#[cfg(not(Py_LIMITED_API))]
mod funcobject;
#[cfg(Py_3_9)]
mod genericaliasobject;
#[cfg(not(Py_LIMITED_API))]
mod genobject;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
mod initconfig;
mod intrcheck;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
mod lock;
mod marshal;
mod memoryobject;
#[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
mod namespaceobject;
mod objimpl;
#[cfg(Py_3_6)]
mod osmodule;
mod patchlevel;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
mod picklebufobject;
mod pybuffer;
mod pycapsule;
#[cfg(not(Py_LIMITED_API))]
mod pydebug;
mod pyframe;
mod pylifecycle;
mod pymem;
mod pystate;
mod pystrcmp;
mod pystrtod;
mod pythonrun;
mod pythread;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
mod pytime;
mod structseq;
mod sysmodule;
mod traceback;
mod weakrefobject;
#[cfg(not(Py_LIMITED_API))]
pub use cellobject::*;
pub use ceval::*;
#[cfg(not(Py_LIMITED_API))]
pub use classobject::*;
pub use code::*;
pub use codecs::*;
#[cfg(any(not(Py_3_9), Py_LIMITED_API))]
pub use compat_abstract::*;
#[cfg(all(Py_LIMITED_API, unix))]
pub use compat_by_name::*;
#[cfg(any(not(Py_3_11), Py_LIMITED_API))]
pub use compat_frame::*;
#[cfg(not(Py_3_10))]
pub use compat_iter::*;
#[cfg(not(all(Py_3_14, Py_LIMITED_API)))]
pub use compat_next::*;
#[cfg(Py_TARGET_ABI3T)]
pub use compat_opaque::*;
#[cfg(PyPy)]
pub use compat_pypy::*;
#[cfg(not(Py_3_13))]
pub use compat_runtime::*;
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
pub use compat_state::*;
pub use compat_type::*;
#[cfg(not(Py_LIMITED_API))]
pub use compat_type_fields::*;
#[cfg(Py_LIMITED_API)]
pub use compat_type_limited::*;
#[cfg(all(Py_3_7, not(Py_3_11), Py_LIMITED_API))]
use compat_type_words::*;
pub use compat_version::*;
pub use compile::*;
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub use context::*;
#[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_15))]
pub use critical_section::*;
#[cfg(not(Py_LIMITED_API))]
pub use datetime::*;
pub use fileobject::*;
#[cfg(Py_3)]
pub use fileutils::*;
pub use frameobject::*;
#[cfg(not(Py_LIMITED_API))]
pub use funcobject::*;
#[cfg(Py_3_9)]
pub use genericaliasobject::*;
#[cfg(not(Py_LIMITED_API))]
pub use genobject::*;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub use initconfig::*;
pub use intrcheck::*;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub use lock::*;
pub use marshal::*;
pub use memoryobject::*;
#[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
pub use namespaceobject::*;
pub use objimpl::*;
#[cfg(Py_3_6)]
pub use osmodule::*;
pub use patchlevel::*;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub use picklebufobject::*;
pub use pybuffer::*;
pub use pycapsule::*;
#[cfg(not(Py_LIMITED_API))]
pub use pydebug::*;
#[allow(unused_imports, unreachable_pub)] // older limited APIs have nothing of it
pub use pyframe::*;
pub use pylifecycle::*;
pub use pymem::*;
pub use pystate::*;
pub use pystrcmp::*;
pub use pystrtod::*;
pub use pythonrun::*;
pub use pythread::*;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub use pytime::*;
pub use structseq::*;
pub use sysmodule::*;
pub use traceback::*;
pub use weakrefobject::*;

#[cfg(test)]
mod tests;
