//! Properties: `get`, `set`, `del`.

use super::protocol::{Finalize, Store};
use crate::call::{Arguments, Callable, Name, Plain, enter, enter_with, lend, receiver_ref};
use crate::err::PyErr;
use crate::err::exceptions::PyAttributeError;
use crate::ffi;
use std::ffi::{c_int, c_void};

/// A row `get`.
pub struct Getter {
    pub(super) name: Name,
    pub(super) doc: &'static [u8],
    pub(super) get: ffi::getter,
}

/// A row `set`.
pub struct Setter {
    pub(super) name: Name,
    pub(super) doc: &'static [u8],
    pub(super) set: ffi::setter,
}

/// A row `del`.
pub struct Deleter {
    pub(super) name: Name,
    pub(super) delete: ffi::setter,
}

impl super::Member {
    /// `get`
    pub const fn getter<R: Callable<Protocol = Plain>>() -> super::Member {
        super::Member::Getter(const { &Getter { name: R::SIGNATURE.c_name(), doc: R::DOC, get: get::<R> } })
    }

    /// `set`
    pub const fn setter<R: Callable<Protocol = Store>>() -> super::Member {
        super::Member::Setter(const { &Setter { name: R::SIGNATURE.c_name(), doc: R::DOC, set: set::<R> } })
    }

    /// `del`
    pub const fn deleter<R: Callable<Protocol = Finalize>>() -> super::Member {
        super::Member::Deleter(const { &Deleter { name: R::SIGNATURE.c_name(), delete: delete::<R> } })
    }
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn get<R: Callable<Protocol = Plain>>(
    receiver: *mut ffi::PyObject,
    _: *mut c_void,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
    unsafe { enter(|py| R::invoke(py, receiver_ref(py, &receiver), Arguments::of(py, &R::SIGNATURE, &[]))) }
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn set<R: Callable<Protocol = Store>>(
    receiver: *mut ffi::PyObject,
    value: *mut ffi::PyObject,
    _: *mut c_void,
) -> c_int {
    // SAFETY: the interpreter calls attached, and keeps the objects alive for the call.
    unsafe {
        enter_with(-1, |py| {
            if value.is_null() {
                return Err(not_deletable(R::SIGNATURE.c_name()));
            }
            let arguments = Arguments::of(py, &R::SIGNATURE, lend(py, std::slice::from_ref(&value)));
            R::invoke(py, receiver_ref(py, &receiver), arguments)?;
            Ok(0)
        })
    }
}

/// # Safety
/// Called by `set_or_delete`, with an instance.
unsafe extern "C" fn delete<R: Callable<Protocol = Finalize>>(
    receiver: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
    _: *mut c_void,
) -> c_int {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
    unsafe {
        enter_with(-1, |py| {
            R::invoke(py, receiver_ref(py, &receiver), Arguments::of(py, &R::SIGNATURE, &[]))?;
            Ok(0)
        })
    }
}

/// The two functions of an attribute that can be set and deleted, or deleted alone.
pub(super) struct SetAndDelete {
    pub(super) name: Name,
    pub(super) set: Option<ffi::setter>,
    pub(super) delete: ffi::setter,
}

/// # Safety
/// Called by the interpreter, with an instance; the closure is a [`SetAndDelete`].
pub(super) unsafe extern "C" fn set_or_delete(
    receiver: *mut ffi::PyObject,
    value: *mut ffi::PyObject,
    closure: *mut c_void,
) -> c_int {
    // SAFETY: said by the caller.
    unsafe {
        let functions = &*closure.cast::<SetAndDelete>();
        match functions.set {
            _ if value.is_null() => (functions.delete)(receiver, value, closure),
            Some(set) => set(receiver, value, closure),
            None => enter_with(-1, |_| Err(not_writable(functions.name))),
        }
    }
}

#[cold]
#[inline]
fn not_deletable(name: Name) -> PyErr {
    PyErr::with_message::<PyAttributeError>(format!("attribute '{}' cannot be deleted", name.as_str()))
}

#[cold]
fn not_writable(name: Name) -> PyErr {
    PyErr::with_message::<PyAttributeError>(format!("attribute '{}' is not writable", name.as_str()))
}
