//! The fields of a type object, which the limited API hides: `compat_type_fields` under the same names.
//!
//! Slots are asked for by `PyType_GetSlot`, the rest as attributes, where metaclasses have no say.

use super::*;
use std::ptr::null_mut;
use std::sync::OnceLock;

/// What a type has in a slot; null if nothing.
///
/// # Safety
/// `type_` is alive.
pub unsafe fn type_slot(type_: *mut PyTypeObject, slot: c_int) -> *mut c_void {
    #[cfg(not(Py_3_10))]
    if !runs_at_least(10) {
        // SAFETY: the caller's promise; 3.7 is the first version that has a feature.
        return unsafe { slot_in_words(type_, slot) };
    }
    // SAFETY: the caller's promise.
    unsafe { PyType_GetSlot(type_, slot) }
}

/// An attribute that each class has from `type`; null with an exception if memory is short.
///
/// # Safety
/// `type_` is alive; the thread is attached.
unsafe fn attribute(type_: *mut PyTypeObject, name: &std::ffi::CStr) -> *mut PyObject {
    // SAFETY: the caller's promise. The usual lookup finds the descriptor of `type`.
    unsafe {
        let name = PyUnicode_FromString(name.as_ptr());
        if name.is_null() {
            return null_mut();
        }
        let value = PyObject_GenericGetAttr(type_.cast(), name);
        Py_DECREF(name);
        value
    }
}

/// An attribute that is a number; -1 with an exception if memory is short.
///
/// # Safety
/// As for `attribute`.
unsafe fn number(type_: *mut PyTypeObject, name: &std::ffi::CStr) -> Py_ssize_t {
    // SAFETY: the caller's promise; a new reference or null.
    unsafe {
        let value = attribute(type_, name);
        if value.is_null() {
            return -1;
        }
        let number = PyLong_AsSsize_t(value);
        Py_DECREF(value);
        number
    }
}

/// `tp_basicsize`; -1 with an exception if memory is short.
///
/// # Safety
/// `type_` is alive; the thread is attached.
pub unsafe fn type_basicsize(type_: *mut PyTypeObject) -> Py_ssize_t {
    // SAFETY: the caller's promise.
    unsafe { number(type_, c"__basicsize__") }
}

/// `tp_itemsize`; -1 with an exception if memory is short.
///
/// # Safety
/// `type_` is alive; the thread is attached.
pub unsafe fn type_itemsize(type_: *mut PyTypeObject) -> Py_ssize_t {
    // SAFETY: the caller's promise.
    unsafe { number(type_, c"__itemsize__") }
}

/// The attributes of a type, as a new reference to the dict itself, or null with an exception: who changes it says so by
/// `PyType_Modified`. (3.12)
///
/// No limited API has it. What `type.__dict__` returns protects the dict. It tells the collector what it refers to, and that tells everybody.
///
/// # Safety
/// `type_` is alive and ready; the thread is attached.
pub unsafe fn PyType_GetDict(type_: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's promise; each call returns a new reference or null with an exception.
    unsafe {
        let collector = PyImport_ImportModule(c"gc".as_ptr());
        let proxy = if collector.is_null() { null_mut() } else { attribute(type_, c"__dict__") };
        let referents = if proxy.is_null() {
            null_mut()
        } else {
            PyObject_CallMethod(collector, c"get_referents".as_ptr(), c"O".as_ptr(), proxy)
        };
        let dict = if referents.is_null() { null_mut() } else { PySequence_GetItem(referents, 0) };
        for object in [collector, proxy, referents] {
            Py_XDECREF(object);
        }
        if !dict.is_null() && PyDict_Check(dict) == 0 {
            Py_DECREF(dict);
            PyErr_SetString(PyExc_SystemError, c"the dict of a class cannot be found".as_ptr());
            return null_mut();
        }
        dict
    }
}

/// How many words there are before the flags of a type object; `None` if memory is short.
#[cfg(not(Py_TARGET_ABI3T))]
unsafe fn words_before_flags() -> Option<usize> {
    Some(21)
}
/// How many words there are before the flags of a type object; `None` if memory is short.
///
/// # Safety
/// The thread is attached.
#[cfg(Py_TARGET_ABI3T)]
unsafe fn words_before_flags() -> Option<usize> {
    // SAFETY: the caller's promise.
    let header = unsafe { object_size() };
    if header < 0 {
        // SAFETY: as above.
        unsafe { PyErr_Clear() };
        return None;
    }
    // The length of a `PyVarObject`, and what follows.
    Some(header as usize / size_of::<*mut c_void>() + 1 + 18)
}

/// Changes the flags of a class, which can be done as long as they are where they have been up to 3.15. That is looked at: in
/// an interpreter that has them elsewhere, a class keeps the flags that it was made with.
///
/// # Safety
/// `type_` is a heap type, and right with the flags; the thread is attached.
unsafe fn change_flags(type_: *mut PyTypeObject, add: c_ulong, remove: c_ulong) {
    // SAFETY: the caller's promise; every type object is larger.
    unsafe {
        let Some(words) = words_before_flags() else { return };
        let place = type_.cast::<*mut c_void>().add(words).cast::<c_ulong>();
        #[cfg(all(Py_GIL_DISABLED, target_pointer_width = "64", not(windows)))]
        {
            // Threads that need a class for the first time at the same time come here together, and change it between two looks.
            use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
            let place = AtomicU64::from_ptr(place);
            let are_there = || place.load(Relaxed) == PyType_GetFlags(type_);
            if !are_there() && !are_there() {
                return;
            }
            place.fetch_or(add, Relaxed);
            place.fetch_and(!remove, Relaxed);
        }
        #[cfg(not(all(Py_GIL_DISABLED, target_pointer_width = "64", not(windows))))]
        {
            if *place != PyType_GetFlags(type_) {
                return;
            }
            *place = (*place | add) & !remove;
        }
        PyType_Modified(type_);
    }
}

/// Says that nobody can derive from a class.
///
/// # Safety
/// `type_` is a new heap type.
pub unsafe fn refuse_subclasses(type_: *mut PyTypeObject) {
    // SAFETY: the caller's promise.
    unsafe { change_flags(type_, 0, Py_TPFLAGS_BASETYPE) };
}

/// Says that the attributes of a class cannot be changed any more, where there is such a thing: since 3.10.
///
/// # Safety
/// `type_` is a heap type.
pub unsafe fn make_immutable(type_: *mut PyTypeObject) {
    /// `Py_TPFLAGS_IMMUTABLETYPE`
    const IMMUTABLE: c_ulong = 1 << 8;
    if runs_at_least(10) {
        // SAFETY: the caller's promise; nothing depends on the flag but what refuses assignment from now on.
        unsafe { change_flags(type_, IMMUTABLE, 0) };
    }
}

/// `tp_dictoffset`, `tp_weaklistoffset`, `tp_doc` and the buffer functions, to be set. Before 3.11 alone they have to be.
///
/// # Safety
/// `type_` is a heap type, which has a table of buffer functions; the interpreter is older than 3.11.
#[cfg(not(Py_3_11))]
pub(super) unsafe fn unfinished(type_: *mut PyTypeObject) -> Unfinished {
    // SAFETY: the caller's promise.
    unsafe { unfinished_in_words(type_) }
}

/// Calls the finaliser of an object that nobody refers to; -1 if somebody does afterwards.
///
/// No limited API has it. On Unix it is asked for by name; where that finds nothing, a finaliser that has made its object live on
/// is called again when that ends for good.
///
/// # Safety
/// `op` is whole, its count is 0, and it is being destroyed.
pub unsafe fn PyObject_CallFinalizerFromDealloc(op: *mut PyObject) -> c_int {
    static FUNCTION: OnceLock<Option<CallFinalizer>> = OnceLock::new();
    // As for the functions of `c_api!`.
    let stop = thread_end::Stop;
    // SAFETY: the caller's promise; the slot holds such a function or null.
    let result = unsafe {
        match FUNCTION.get_or_init(find_call_finalizer) {
            Some(function) => function(op),
            None => {
                let finalize = type_slot(Py_TYPE(op), Py_tp_finalize);
                match std::mem::transmute::<*mut c_void, Option<CallFinalize>>(finalize) {
                    Some(finalize) => finalize_resurrected(op, finalize),
                    None => 0,
                }
            }
        }
    };
    std::mem::forget(stop);
    result
}

type CallFinalizer = unsafe extern "C-unwind" fn(*mut PyObject) -> c_int;
type CallFinalize = unsafe extern "C-unwind" fn(*mut PyObject);

/// Calls what finalises an object whose count is 0, which is one for the time of the call; -1 if somebody refers to it afterwards.
///
/// # Safety
/// `op` is whole, and it is being destroyed; `finalize` is its finaliser.
#[cfg(not(Py_TARGET_ABI3T))]
unsafe fn finalize_resurrected(op: *mut PyObject, finalize: CallFinalize) -> c_int {
    // SAFETY: the caller's promise; the count is the lower part of the first word.
    unsafe {
        let count = op.cast::<Py_ssize_t>();
        *count += 1;
        finalize(op);
        *count -= 1;
        if Py_REFCNT(op) == 0 { 0 } else { -1 }
    }
}

#[cfg(unix)]
fn find_call_finalizer() -> Option<CallFinalizer> {
    let address = compat_by_name::address_of("PyObject_CallFinalizerFromDealloc\0");
    // SAFETY: the name stands for a function of this type in every version that has it.
    unsafe { std::mem::transmute::<*mut c_void, Option<CallFinalizer>>(address) }
}

#[cfg(not(unix))]
fn find_call_finalizer() -> Option<CallFinalizer> {
    None
}

/// The dict of an instance of a class of ours, made now if there is none. (3.10)
///
/// # Safety
/// `op` is a live object; the thread is attached.
#[cfg(not(any(Py_3_10, unix)))]
pub unsafe extern "C" fn PyObject_GenericGetDict(op: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: the caller's promise; a positive offset is that of the dict, or of null.
    unsafe {
        let offset = number(Py_TYPE(op), c"__dictoffset__");
        if offset <= 0 {
            if PyErr_Occurred().is_null() {
                PyErr_SetString(PyExc_AttributeError, c"This object has no __dict__".as_ptr());
            }
            return null_mut();
        }
        let place = op.cast::<u8>().offset(offset).cast::<*mut PyObject>();
        if (*place).is_null() {
            *place = PyDict_New();
        }
        Py_XNewRef(*place)
    }
}
