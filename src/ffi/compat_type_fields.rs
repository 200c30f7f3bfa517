//! The fields of a type object that are needed when a class is made, and when its instances come and go. `compat_type_limited`
//! has the same for the limited API, which hides them.

use super::*;
use std::ptr::null_mut;

/// `tp_basicsize`
///
/// # Safety
/// `type_` is alive.
#[inline]
pub unsafe fn type_basicsize(type_: *mut PyTypeObject) -> Py_ssize_t {
    // SAFETY: the caller's promise.
    unsafe { (*type_).tp_basicsize }
}

/// `tp_itemsize`
///
/// # Safety
/// `type_` is alive.
#[inline]
pub unsafe fn type_itemsize(type_: *mut PyTypeObject) -> Py_ssize_t {
    // SAFETY: the caller's promise.
    unsafe { (*type_).tp_itemsize }
}

/// What `tp_flags` is: signed in 2.7.
#[cfg(Py_2)]
type Flags = c_long;
#[cfg(Py_3)]
type Flags = c_ulong;

/// Adds flags to a type.
///
/// # Safety
/// `type_` is alive, and the flags are right for it.
#[cfg(Py_3_9)]
#[inline]
unsafe fn add_flags(type_: *mut PyTypeObject, flags: c_ulong) {
    // SAFETY: the caller's promise.
    unsafe {
        // Threads that need a class for the first time at the same time come here together.
        #[cfg(all(Py_GIL_DISABLED, target_pointer_width = "64", not(windows)))]
        std::sync::atomic::AtomicU64::from_ptr(&raw mut (*type_).tp_flags)
            .fetch_or(flags, std::sync::atomic::Ordering::Relaxed);
        #[cfg(not(all(Py_GIL_DISABLED, target_pointer_width = "64", not(windows))))]
        {
            (*type_).tp_flags |= flags as Flags;
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
    unsafe {
        (*type_).tp_flags &= !Py_TPFLAGS_BASETYPE as Flags;
        PyType_Modified(type_);
    }
}

/// Says that the attributes of a class cannot be changed any more, where there is such a thing: since 3.10.
///
/// # Safety
/// `type_` is a heap type.
#[inline]
pub unsafe fn make_immutable(type_: *mut PyTypeObject) {
    #[cfg(Py_3_10)]
    // SAFETY: the caller's promise; nothing depends on the flag but what refuses assignment from now on.
    unsafe {
        add_flags(type_, Py_TPFLAGS_IMMUTABLETYPE)
    };
    let _ = type_;
}

/// Lets calls of a class go to `function`, where classes can have such a one: since 3.9.
///
/// # Safety
/// `type_` is a new heap type, and `function` does what its `__new__` and `__init__` do.
#[cfg(Py_3_9)]
pub unsafe fn set_type_vectorcall(type_: *mut PyTypeObject, function: vectorcallfunc) {
    // SAFETY: the caller's promise.
    unsafe { (*type_).tp_vectorcall = Some(function) };
}

/// Says where instances have a pointer to the function that calls them, where the interpreter looks for that: since 3.9 here.
///
/// # Safety
/// `type_` is a new heap type with a `tp_call`; at the offset each instance has a function that does the same, or null.
#[cfg(Py_3_9)]
#[inline]
pub unsafe fn set_vectorcall_offset(type_: *mut PyTypeObject, offset: Py_ssize_t) {
    // SAFETY: the caller's promise.
    unsafe {
        (*type_).tp_vectorcall_offset = offset;
        add_flags(type_, Py_TPFLAGS_HAVE_VECTORCALL);
    }
}

/// `tp_dictoffset`, `tp_weaklistoffset`, `tp_doc` and the buffer functions, to be set.
///
/// # Safety
/// `type_` is a heap type, which has a table of buffer functions.
#[cfg(all(Py_3, not(Py_3_11)))]
pub(super) unsafe fn unfinished(type_: *mut PyTypeObject) -> Unfinished {
    // SAFETY: the caller's promise.
    unsafe {
        Unfinished {
            dictoffset: &raw mut (*type_).tp_dictoffset,
            weaklistoffset: &raw mut (*type_).tp_weaklistoffset,
            doc: &raw mut (*type_).tp_doc,
            getbuffer: &raw mut (*(*type_).tp_as_buffer).bf_getbuffer,
            releasebuffer: &raw mut (*(*type_).tp_as_buffer).bf_releasebuffer,
        }
    }
}

/// What a type has in one of the slots that rows of a class can share; null if nothing.
///
/// # Safety
/// `type_` is alive.
pub unsafe fn type_slot(type_: *mut PyTypeObject, slot: c_int) -> *mut c_void {
    macro_rules! in_table {
        ($table:ident, $field:ident) => {
            // SAFETY: the type is alive; its tables are null or live as long.
            unsafe {
                match (*type_).$table.as_ref() {
                    Some(table) => table.$field.map_or(null_mut(), |function| function as *mut c_void),
                    None => null_mut(),
                }
            }
        };
    }
    macro_rules! in_type {
        ($field:ident) => {
            // SAFETY: the type is alive.
            unsafe { (*type_).$field.map_or(null_mut(), |function| function as *mut c_void) }
        };
    }
    match slot {
        Py_nb_add => in_table!(tp_as_number, nb_add),
        Py_nb_subtract => in_table!(tp_as_number, nb_subtract),
        Py_nb_multiply => in_table!(tp_as_number, nb_multiply),
        #[cfg(Py_3)]
        Py_nb_matrix_multiply => in_table!(tp_as_number, nb_matrix_multiply),
        Py_nb_true_divide => in_table!(tp_as_number, nb_true_divide),
        Py_nb_floor_divide => in_table!(tp_as_number, nb_floor_divide),
        Py_nb_remainder => in_table!(tp_as_number, nb_remainder),
        Py_nb_divmod => in_table!(tp_as_number, nb_divmod),
        Py_nb_lshift => in_table!(tp_as_number, nb_lshift),
        Py_nb_rshift => in_table!(tp_as_number, nb_rshift),
        Py_nb_and => in_table!(tp_as_number, nb_and),
        Py_nb_xor => in_table!(tp_as_number, nb_xor),
        Py_nb_or => in_table!(tp_as_number, nb_or),
        Py_nb_power => in_table!(tp_as_number, nb_power),
        Py_mp_ass_subscript => in_table!(tp_as_mapping, mp_ass_subscript),
        Py_tp_richcompare => in_type!(tp_richcompare),
        Py_tp_getattro => in_type!(tp_getattro),
        Py_tp_setattro => in_type!(tp_setattro),
        Py_tp_descr_set => in_type!(tp_descr_set),
        _ => null_mut(),
    }
}
