//! What differs between the versions when a class is made, and when its instances are destroyed.

use super::*;
use std::ptr::null_mut;

/// Whether `tp_traverse` of a heap type visits the type: since 3.9.
pub const INSTANCES_VISIT_TYPE: bool = cfg!(Py_3_9);
/// Whether `tp_dealloc` of a heap type gives back the instance's reference to its class where a class written in Python has called
/// it: since 3.8. Before, that one does it itself.
pub const BASE_RELEASES_TYPE: bool = cfg!(Py_3_8);
/// Whether `tp_dealloc` of a heap type calls the finaliser also where a class written in Python has called it: in 2.7, which
/// leaves it to the base that has one.
pub const BASE_CALLS_FINALIZER: bool = cfg!(Py_2);

/// Whether the interpreter's own containers keep what they compare alive for the comparison: since 3.9. (bpo-38610)
pub const KEEPS_WHAT_IT_COMPARES: bool = cfg!(Py_3_9);

/// `Py_bf_getbuffer`, which the specification of a class knows since 3.9.
pub const GETBUFFER_SLOT: c_int = if cfg!(Py_3_15) { 88 } else { 1 };
/// `Py_bf_releasebuffer`, likewise.
pub const RELEASEBUFFER_SLOT: c_int = if cfg!(Py_3_15) { 89 } else { 2 };

/// The slot of `__del__`.
pub const FINALIZER_SLOT: c_int = if cfg!(Py_2) { Py_tp_del } else { Py_tp_finalize };
/// What says that this slot is there.
#[cfg(Py_3)]
pub const FINALIZER_FLAG: c_ulong = Py_TPFLAGS_HAVE_FINALIZE;
/// What says that this slot is there.
#[cfg(Py_2)]
pub const FINALIZER_FLAG: c_ulong = 0;

/// What each class of ours has besides `Py_TPFLAGS_DEFAULT`: operators get operands of all types.
#[cfg(Py_2)]
pub const CLASS_FLAGS: c_ulong = Py_TPFLAGS_CHECKTYPES;
/// What each class of ours has besides `Py_TPFLAGS_DEFAULT`.
#[cfg(Py_3)]
pub const CLASS_FLAGS: c_ulong = 0;

/// `Py_TPFLAGS_SEQUENCE`, where there is one.
#[cfg(Py_3_10)]
pub const SEQUENCE_FLAG: c_ulong = Py_TPFLAGS_SEQUENCE;
/// `Py_TPFLAGS_SEQUENCE`, where there is one.
#[cfg(not(Py_3_10))]
pub const SEQUENCE_FLAG: c_ulong = 0;
/// `Py_TPFLAGS_MAPPING`, where there is one.
#[cfg(Py_3_10)]
pub const MAPPING_FLAG: c_ulong = Py_TPFLAGS_MAPPING;
/// `Py_TPFLAGS_MAPPING`, where there is one.
#[cfg(not(Py_3_10))]
pub const MAPPING_FLAG: c_ulong = 0;
/// `Py_TPFLAGS_IMMUTABLETYPE`, where there is one.
#[cfg(Py_3_10)]
pub const IMMUTABLE_TYPE: c_ulong = Py_TPFLAGS_IMMUTABLETYPE;
/// `Py_TPFLAGS_IMMUTABLETYPE`, where there is one.
#[cfg(not(Py_3_10))]
pub const IMMUTABLE_TYPE: c_ulong = 0;

/// What `tp_flags` is: signed in 2.7.
#[cfg(Py_2)]
type Flags = c_long;
#[cfg(Py_3)]
type Flags = c_ulong;

/// Adds flags to a type.
///
/// # Safety
/// `type_` is alive, and the flags are right for it.
pub unsafe fn type_add_flags(type_: *mut PyTypeObject, flags: c_ulong) {
    // SAFETY: the caller's promise.
    unsafe {
        (*type_).tp_flags |= flags as Flags;
        PyType_Modified(type_);
    }
}

/// Takes flags from a type.
///
/// # Safety
/// `type_` is alive, and right without the flags.
pub unsafe fn type_remove_flags(type_: *mut PyTypeObject, flags: c_ulong) {
    // SAFETY: the caller's promise.
    unsafe {
        (*type_).tp_flags &= !flags as Flags;
        PyType_Modified(type_);
    }
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

/// Lets calls of a class go to `function`, where classes can have such a one: since 3.9.
///
/// # Safety
/// Nothing is done.
#[cfg(not(Py_3_9))]
pub unsafe fn set_type_vectorcall(_: *mut PyTypeObject, _: vectorcallfunc) {}

/// Says where instances have a pointer to the function that calls them, where the interpreter looks for that: since 3.9 here.
///
/// # Safety
/// `type_` is a new heap type with a `tp_call`; at the offset each instance has a function that does the same, or null.
#[cfg(Py_3_9)]
pub unsafe fn set_vectorcall_offset(type_: *mut PyTypeObject, offset: Py_ssize_t) {
    // SAFETY: the caller's promise.
    unsafe {
        (*type_).tp_vectorcall_offset = offset;
        type_add_flags(type_, Py_TPFLAGS_HAVE_VECTORCALL);
    }
}

/// Says where instances have a pointer to the function that calls them, where the interpreter looks for that: since 3.9 here.
///
/// # Safety
/// Nothing is done.
#[cfg(not(Py_3_9))]
pub unsafe fn set_vectorcall_offset(_: *mut PyTypeObject, _: Py_ssize_t) {}

/// The members that say where the dict and the weak references are; 0 is nowhere.
pub fn offset_members(dict: Py_ssize_t, weakrefs: Py_ssize_t) -> Vec<PyMemberDef> {
    let member = |name: &'static std::ffi::CStr, offset| PyMemberDef {
        name: name.as_ptr(),
        type_code: Py_T_PYSSIZET,
        offset,
        flags: Py_READONLY,
        doc: std::ptr::null(),
    };
    let known = cfg!(any(Py_2, Py_3_9));
    [member(c"__dictoffset__", dict), member(c"__weaklistoffset__", weakrefs)]
        .into_iter()
        .filter(|member| known && member.offset != 0)
        .collect()
}

/// Takes those slots out that `PyType_FromSpec` of this version does not know, for [`finish_type`].
pub fn take_unknown_slots(slots: &mut Vec<PyType_Slot>) -> Vec<PyType_Slot> {
    let unknown = |slot: &PyType_Slot| {
        cfg!(all(Py_3, not(Py_3_9))) && matches!(slot.slot, GETBUFFER_SLOT | RELEASEBUFFER_SLOT)
    };
    let taken = slots.iter().filter(|slot| unknown(slot)).copied().collect();
    slots.retain(|slot| !unknown(slot));
    taken
}

/// Sets what `PyType_FromSpec` of this version does not know.
///
/// # Safety
/// `type_` is a new heap type; the offsets are inside of its instances, or 0; `doc` is its docstring or null; the slots are those
/// that were taken out.
pub unsafe fn finish_type(
    type_: *mut PyTypeObject,
    dict: Py_ssize_t,
    weakrefs: Py_ssize_t,
    doc: *const c_char,
    slots: &[PyType_Slot],
) {
    // SAFETY: the caller's promise: a heap type has a table of buffer functions, and frees its docstring.
    unsafe {
        if cfg!(all(Py_3, not(Py_3_11), not(PyPy))) && !doc.is_null() {
            // Without this the type loses its signature.
            let size = std::ffi::CStr::from_ptr(doc).count_bytes() + 1;
            let whole = PyObject_Malloc(size).cast::<c_char>();
            if !whole.is_null() {
                whole.copy_from_nonoverlapping(doc, size);
                PyObject_Free((*type_).tp_doc.cast_mut().cast());
                (*type_).tp_doc = whole;
            }
        }
        if cfg!(all(Py_3, not(Py_3_9))) {
            if dict != 0 {
                (*type_).tp_dictoffset = dict;
            }
            if weakrefs != 0 {
                (*type_).tp_weaklistoffset = weakrefs;
            }
        }
        for slot in slots {
            let procs = (*type_).tp_as_buffer;
            match slot.slot {
                GETBUFFER_SLOT => {
                    (*procs).bf_getbuffer =
                        Some(std::mem::transmute::<*mut c_void, getbufferproc>(slot.pfunc));
                }
                _ => {
                    (*procs).bf_releasebuffer =
                        Some(std::mem::transmute::<*mut c_void, releasebufferproc>(slot.pfunc));
                }
            }
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

/// Text as the kind of string that names and `repr` are: 2.7 has bytes, UTF-8 here. Takes the reference, and gives a new one or null
/// with an exception; null stays null.
///
/// # Safety
/// `text` is null or an owned reference.
pub unsafe fn native_text(text: *mut PyObject) -> *mut PyObject {
    #[cfg(Py_2)]
    // SAFETY: the caller's promise.
    unsafe {
        if !text.is_null() && PyUnicode_Check(text) != 0 {
            let bytes = PyUnicode_AsUTF8String(text);
            Py_DECREF(text);
            return bytes;
        }
    }
    text
}

/// The methods that this version looks for beside the slots that a class fills: 2.7 has no slot for `unicode(…)`.
pub fn implied_methods(slots: &[PyType_Slot]) -> Vec<PyMethodDef> {
    #[cfg(Py_2)]
    if slots.iter().any(|slot| slot.slot == Py_tp_str) {
        return vec![PyMethodDef {
            ml_name: c"__unicode__".as_ptr(),
            ml_meth: Some(unicode_of_str),
            ml_flags: METH_NOARGS,
            ml_doc: std::ptr::null(),
        }];
    }
    let _ = slots;
    Vec::new()
}

/// `unicode(…)` of an object whose `str(…)` is UTF-8.
#[cfg(Py_2)]
unsafe extern "C" fn unicode_of_str(op: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: the interpreter calls attached, with an instance; the results are new references or null.
    unsafe {
        let bytes = PyObject_Str(op);
        if bytes.is_null() {
            return null_mut();
        }
        let text = PyUnicode_FromEncodedObject(bytes, c"utf-8".as_ptr(), c"strict".as_ptr());
        Py_DECREF(bytes);
        text
    }
}

/// The name that a module of 3.x has in this version.
pub fn module_name(name: &str) -> &str {
    match name {
        "builtins" if cfg!(Py_2) => "__builtin__",
        "collections.abc" if cfg!(Py_2) => "collections",
        _ => name,
    }
}

/// Calls `tp_del` of an object that nobody refers to; -1 if somebody does afterwards.
///
/// # Safety
/// `op` is whole, its count is 0, and it is being destroyed.
#[cfg(Py_2)]
pub unsafe fn PyObject_CallFinalizerFromDealloc(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise. The count is one for the time of the call.
    unsafe {
        // A class written in Python that has no `__del__` of its own does not inherit the slot.
        let mut class = Py_TYPE(op);
        while (*class).tp_del.is_none() && !(*class).tp_base.is_null() {
            class = (*class).tp_base;
        }
        let Some(finalize) = (*class).tp_del else { return 0 };
        (*op).ob_refcnt = 1;
        finalize(op);
        (*op).ob_refcnt -= 1;
        if (*op).ob_refcnt == 0 { 0 } else { -1 }
    }
}

/// A new instance of a heap type without the collector, whose content is not there yet. Before 3.8 `_PyObject_New` did not count the
/// reference to the type.
#[inline(always)]
pub unsafe fn new_bare_object(typ: *mut PyTypeObject) -> *mut PyObject {
    // SAFETY: the caller's `typ` is a heap type, whose instances are allocated by `PyType_GenericAlloc`.
    unsafe {
        #[cfg(Py_3_8)]
        return _PyObject_New(typ);
        #[cfg(not(Py_3_8))]
        PyType_GenericAlloc(typ, 0)
    }
}
