//! `pyport.h`, with the character types of `unicodeobject.h` that several headers need before it.

use std::marker::{PhantomData, PhantomPinned};

/// In a structure whose layout is not public: not `Send`, not `Sync`, not `Unpin`.
pub(super) type Opaque = PhantomData<(*mut u8, PhantomPinned)>;

/// A signed size: lengths and indices.
pub type Py_ssize_t = isize;
/// What a hash function returns; `long` on 2.7, as wide as a pointer since 3.2.
#[cfg(Py_3)]
pub type Py_hash_t = Py_ssize_t;
/// What a hash function returns; `long` on 2.7, as wide as a pointer since 3.2.
#[cfg(Py_2)]
pub type Py_hash_t = std::ffi::c_long;
/// The unsigned counterpart of [`Py_hash_t`].
#[cfg(Py_3)]
pub type Py_uhash_t = usize;
/// The unsigned counterpart of [`Py_hash_t`].
#[cfg(Py_2)]
pub type Py_uhash_t = std::ffi::c_ulong;
/// An integer that a pointer fits into.
pub type Py_uintptr_t = usize;
/// The signed counterpart of [`Py_uintptr_t`].
pub type Py_intptr_t = isize;

/// The greatest [`Py_ssize_t`].
pub const PY_SSIZE_T_MAX: Py_ssize_t = Py_ssize_t::MAX;
/// The least [`Py_ssize_t`].
pub const PY_SSIZE_T_MIN: Py_ssize_t = Py_ssize_t::MIN;

/// A code point.
pub type Py_UCS4 = u32;
/// A code unit of a string whose widest character takes two bytes.
pub type Py_UCS2 = u16;
/// A character of a string whose widest character takes one byte.
pub type Py_UCS1 = u8;
