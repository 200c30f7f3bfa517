//! What differs between the versions when a class is made, and when its instances are destroyed.

use super::*;
#[allow(unused_imports)] // for some versions only
use std::ptr::null_mut;

macro_rules! of_types {
    ($( $function:ident = $field:ident, $slot:ident: $Type:ty; )*) => { $(
        #[doc = concat!("`", stringify!($field), "`")]
        ///
        /// # Safety
        /// `type_` is alive.
        #[inline]
        pub unsafe fn $function(type_: *mut PyTypeObject) -> $Type {
            // SAFETY: the caller's promise.
            #[cfg(not(Py_LIMITED_API))]
            return unsafe { (*type_).$field };
            // SAFETY: the caller's promise; what the slot holds is of this type, or null.
            #[cfg(Py_LIMITED_API)]
            return unsafe { std::mem::transmute::<*mut c_void, $Type>(type_slot(type_, $slot)) };
        }
    )* };
}

// A field, or the slot of the limited API.
of_types! {
    type_base = tp_base, Py_tp_base: *mut PyTypeObject;
    type_dealloc = tp_dealloc, Py_tp_dealloc: Option<destructor>;
    type_hash = tp_hash, Py_tp_hash: Option<hashfunc>;
    type_call = tp_call, Py_tp_call: Option<ternaryfunc>;
    type_traverse = tp_traverse, Py_tp_traverse: Option<traverseproc>;
    type_clear = tp_clear, Py_tp_clear: Option<inquiry>;
    type_init = tp_init, Py_tp_init: Option<initproc>;
    type_alloc = tp_alloc, Py_tp_alloc: Option<allocfunc>;
    type_new = tp_new, Py_tp_new: Option<newfunc>;
    type_free = tp_free, Py_tp_free: Option<freefunc>;
}

/// Whether `tp_traverse` of a heap type visits the type: since 3.9.
#[inline]
pub fn instances_visit_type() -> bool {
    runs_at_least(9)
}

/// Whether `tp_dealloc` of a heap type gives back the instance's reference to its class where a class written in Python has called
/// it: since 3.8. Before, that one does it itself.
#[inline]
pub fn base_releases_type() -> bool {
    runs_at_least(8)
}

/// Whether `tp_dealloc` of a heap type calls the finaliser also where a class written in Python has called it: in 2.7, which
/// leaves it to the base that has one.
pub const BASE_CALLS_FINALIZER: bool = cfg!(Py_2);

/// Whether the interpreter's own containers keep what they compare alive for the comparison: since 3.9. (bpo-38610)
#[inline]
pub fn keeps_what_it_compares() -> bool {
    runs_at_least(9)
}

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

/// `Py_TPFLAGS_SEQUENCE`, where there is one: since 3.10.
pub fn sequence_flag() -> c_ulong {
    if runs_at_least(10) { 1 << 5 } else { 0 }
}

/// `Py_TPFLAGS_MAPPING`, where there is one: since 3.10.
pub fn mapping_flag() -> c_ulong {
    if runs_at_least(10) { 1 << 6 } else { 0 }
}

/// The members that say where the dict and the weak references are; 0 is nowhere.
#[inline]
pub fn offset_members(dict: Py_ssize_t, weakrefs: Py_ssize_t) -> Vec<PyMemberDef> {
    let member = |name: &'static std::ffi::CStr, offset| PyMemberDef {
        name: name.as_ptr(),
        type_code: Py_T_PYSSIZET,
        offset,
        flags: Py_READONLY,
        doc: std::ptr::null(),
    };
    let known = cfg!(Py_2) || runs_at_least(9);
    [member(c"__dictoffset__", dict), member(c"__weaklistoffset__", weakrefs)]
        .into_iter()
        .filter(|member| known && member.offset != 0)
        .collect()
}

/// `PyType_FromSpecWithBases`, for a class whose own class `metaclass` is; null stands for the usual one. `PyType_FromMetaclass` is newer.
///
/// # Safety
/// As for that one; `metaclass` is null or a heap type, derived from `type` without fields of its own.
#[inline]
pub unsafe fn type_from_spec(
    metaclass: *mut PyTypeObject,
    spec: *mut PyType_Spec,
    bases: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise. Where the class of the new one is changed, that one owns a reference to it.
    unsafe {
        #[cfg(Py_TARGET_ABI3T)]
        if !metaclass.is_null() {
            return PyType_FromMetaclass(metaclass, null_mut(), spec, bases);
        }
        let class = PyType_FromSpecWithBases(spec, bases);
        #[cfg(not(Py_TARGET_ABI3T))]
        if !class.is_null() && !metaclass.is_null() {
            Py_INCREF(metaclass.cast());
            Py_SET_TYPE(class, metaclass);
        }
        class
    }
}

/// Takes those slots out that `PyType_FromSpec` of this version does not know, for [`finish_type`].
#[inline]
pub fn take_unknown_slots(slots: &mut Vec<PyType_Slot>) -> Vec<PyType_Slot> {
    let unknown = |slot: &PyType_Slot| {
        cfg!(Py_3) && !runs_at_least(9) && matches!(slot.slot, GETBUFFER_SLOT | RELEASEBUFFER_SLOT)
    };
    let taken = slots.iter().filter(|slot| unknown(slot)).copied().collect();
    slots.retain(|slot| !unknown(slot));
    taken
}

/// Places in a type object that [`finish_type`] fills.
#[cfg(all(Py_3, not(Py_3_11)))]
pub(super) struct Unfinished {
    pub(super) dictoffset: *mut Py_ssize_t,
    pub(super) weaklistoffset: *mut Py_ssize_t,
    pub(super) doc: *mut *const c_char,
    pub(super) getbuffer: *mut Option<getbufferproc>,
    pub(super) releasebuffer: *mut Option<releasebufferproc>,
}

/// Sets what `PyType_FromSpec` of this version does not know. Since 3.11 it knows all.
///
/// # Safety
/// `type_` is a new heap type; the offsets are inside of its instances, or 0; `doc` is its docstring or null; the slots are those
/// that were taken out.
#[cfg_attr(not(all(Py_3, not(Py_3_11))), allow(unused_variables))]
pub unsafe fn finish_type(
    type_: *mut PyTypeObject,
    dict: Py_ssize_t,
    weakrefs: Py_ssize_t,
    doc: *const c_char,
    slots: &[PyType_Slot],
) {
    #[cfg(all(Py_3, not(Py_3_11)))]
    // SAFETY: the caller's promise: a heap type has a table of buffer functions, and frees its docstring.
    unsafe {
        if runs_at_least(11) {
            return;
        }
        let places = unfinished(type_);
        if cfg!(not(PyPy)) && !doc.is_null() {
            // Without this the type loses its signature.
            let size = std::ffi::CStr::from_ptr(doc).count_bytes() + 1;
            let whole = PyObject_Malloc(size).cast::<c_char>();
            if !whole.is_null() {
                whole.copy_from_nonoverlapping(doc, size);
                PyObject_Free((*places.doc).cast_mut().cast());
                *places.doc = whole;
            }
        }
        if !runs_at_least(9) {
            if dict != 0 {
                *places.dictoffset = dict;
            }
            if weakrefs != 0 {
                *places.weaklistoffset = weakrefs;
            }
        }
        for slot in slots {
            match slot.slot {
                GETBUFFER_SLOT => {
                    *places.getbuffer = Some(std::mem::transmute::<*mut c_void, getbufferproc>(slot.pfunc));
                }
                _ => {
                    *places.releasebuffer =
                        Some(std::mem::transmute::<*mut c_void, releasebufferproc>(slot.pfunc));
                }
            }
        }
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

/// A new instance of a heap type, whose content is not there yet; where it is for the collector, that does not follow it
/// before `track_bare_object`. Before 3.8 `_PyObject_New` did not count the reference to the type.
#[inline]
pub unsafe fn new_bare_object(typ: *mut PyTypeObject, collected: bool) -> *mut PyObject {
    // SAFETY: the caller's `typ` is a heap type, whose instances are allocated by `PyType_GenericAlloc`; `collected` is whether it has
    // the collector.
    unsafe {
        #[cfg(Py_3_8)]
        return if collected { _PyObject_GC_New(typ) } else { _PyObject_New(typ) };
        #[cfg(not(Py_3_8))]
        {
            let _ = collected;
            PyType_GenericAlloc(typ, 0)
        }
    }
}

/// Has the collector follow a `new_bare_object`, whose content is there now.
#[inline]
pub unsafe fn track_bare_object(object: *mut PyObject) {
    // SAFETY: the caller's object is whole, and its type has the collector.
    #[cfg(Py_3_8)]
    unsafe {
        PyObject_GC_Track(object.cast());
    }
    #[cfg(not(Py_3_8))]
    let _ = object;
}
