//! `cpython/object.h`: the layout of types.
//!
//! In the limited API a type is opaque, but for its flags.

use super::*;

/// A type, whose layout the limited API hides.
#[cfg(Py_LIMITED_API)]
#[repr(C)]
pub struct PyTypeObject {
    _opaque: [u8; 0],
}

/// The number slots of a type. (2.7 calls `nb_bool` `nb_nonzero`.)
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyNumberMethods {
    pub nb_add: Option<binaryfunc>,
    pub nb_subtract: Option<binaryfunc>,
    pub nb_multiply: Option<binaryfunc>,
    #[cfg(Py_2)]
    pub nb_divide: Option<binaryfunc>,
    pub nb_remainder: Option<binaryfunc>,
    pub nb_divmod: Option<binaryfunc>,
    pub nb_power: Option<ternaryfunc>,
    pub nb_negative: Option<unaryfunc>,
    pub nb_positive: Option<unaryfunc>,
    pub nb_absolute: Option<unaryfunc>,
    pub nb_bool: Option<inquiry>,
    pub nb_invert: Option<unaryfunc>,
    pub nb_lshift: Option<binaryfunc>,
    pub nb_rshift: Option<binaryfunc>,
    pub nb_and: Option<binaryfunc>,
    pub nb_xor: Option<binaryfunc>,
    pub nb_or: Option<binaryfunc>,
    #[cfg(Py_2)]
    pub nb_coerce: Option<coercion>,
    pub nb_int: Option<unaryfunc>,
    #[cfg(Py_2)]
    pub nb_long: Option<unaryfunc>,
    #[cfg(Py_3)]
    pub nb_reserved: *mut c_void,
    pub nb_float: Option<unaryfunc>,
    #[cfg(Py_2)]
    pub nb_oct: Option<unaryfunc>,
    #[cfg(Py_2)]
    pub nb_hex: Option<unaryfunc>,
    pub nb_inplace_add: Option<binaryfunc>,
    pub nb_inplace_subtract: Option<binaryfunc>,
    pub nb_inplace_multiply: Option<binaryfunc>,
    #[cfg(Py_2)]
    pub nb_inplace_divide: Option<binaryfunc>,
    pub nb_inplace_remainder: Option<binaryfunc>,
    pub nb_inplace_power: Option<ternaryfunc>,
    pub nb_inplace_lshift: Option<binaryfunc>,
    pub nb_inplace_rshift: Option<binaryfunc>,
    pub nb_inplace_and: Option<binaryfunc>,
    pub nb_inplace_xor: Option<binaryfunc>,
    pub nb_inplace_or: Option<binaryfunc>,
    pub nb_floor_divide: Option<binaryfunc>,
    pub nb_true_divide: Option<binaryfunc>,
    pub nb_inplace_floor_divide: Option<binaryfunc>,
    pub nb_inplace_true_divide: Option<binaryfunc>,
    pub nb_index: Option<unaryfunc>,
    #[cfg(Py_3)]
    pub nb_matrix_multiply: Option<binaryfunc>,
    #[cfg(Py_3)]
    pub nb_inplace_matrix_multiply: Option<binaryfunc>,
}

/// The sequence slots of a type.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PySequenceMethods {
    pub sq_length: Option<lenfunc>,
    pub sq_concat: Option<binaryfunc>,
    pub sq_repeat: Option<ssizeargfunc>,
    pub sq_item: Option<ssizeargfunc>,
    #[cfg(Py_2)]
    pub sq_slice: Option<ssizessizeargfunc>,
    #[cfg(Py_3)]
    pub was_sq_slice: *mut c_void,
    pub sq_ass_item: Option<ssizeobjargproc>,
    #[cfg(Py_2)]
    pub sq_ass_slice: Option<ssizessizeobjargproc>,
    #[cfg(Py_3)]
    pub was_sq_ass_slice: *mut c_void,
    pub sq_contains: Option<objobjproc>,
    pub sq_inplace_concat: Option<binaryfunc>,
    pub sq_inplace_repeat: Option<ssizeargfunc>,
}

/// The mapping slots of a type.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyMappingMethods {
    pub mp_length: Option<lenfunc>,
    pub mp_subscript: Option<binaryfunc>,
    pub mp_ass_subscript: Option<objobjargproc>,
}

/// The slots of awaitables and asynchronous iterators.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyAsyncMethods {
    pub am_await: Option<unaryfunc>,
    pub am_aiter: Option<unaryfunc>,
    pub am_anext: Option<unaryfunc>,
    #[cfg(Py_3_10)]
    pub am_send: Option<sendfunc>,
}

/// The buffer slots of a type.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyBufferProcs {
    #[cfg(Py_2)]
    pub bf_getreadbuffer: Option<readbufferproc>,
    #[cfg(Py_2)]
    pub bf_getwritebuffer: Option<writebufferproc>,
    #[cfg(Py_2)]
    pub bf_getsegcount: Option<segcountproc>,
    #[cfg(Py_2)]
    pub bf_getcharbuffer: Option<charbufferproc>,
    pub bf_getbuffer: Option<getbufferproc>,
    pub bf_releasebuffer: Option<releasebufferproc>,
}

/// A type.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyTypeObject {
    pub ob_base: PyVarObject,
    pub tp_name: *const c_char,
    pub tp_basicsize: Py_ssize_t,
    pub tp_itemsize: Py_ssize_t,
    pub tp_dealloc: Option<destructor>,
    #[cfg(not(Py_3_8))]
    pub tp_print: Option<printfunc>,
    #[cfg(Py_3_8)]
    pub tp_vectorcall_offset: Py_ssize_t,
    pub tp_getattr: Option<getattrfunc>,
    pub tp_setattr: Option<setattrfunc>,
    #[cfg(Py_2)]
    pub tp_compare: Option<cmpfunc>,
    #[cfg(Py_3)]
    pub tp_as_async: *mut PyAsyncMethods,
    pub tp_repr: Option<reprfunc>,
    pub tp_as_number: *mut PyNumberMethods,
    pub tp_as_sequence: *mut PySequenceMethods,
    pub tp_as_mapping: *mut PyMappingMethods,
    pub tp_hash: Option<hashfunc>,
    pub tp_call: Option<ternaryfunc>,
    pub tp_str: Option<reprfunc>,
    pub tp_getattro: Option<getattrofunc>,
    pub tp_setattro: Option<setattrofunc>,
    pub tp_as_buffer: *mut PyBufferProcs,
    #[cfg(Py_2)]
    pub tp_flags: c_long,
    #[cfg(Py_3)]
    pub tp_flags: c_ulong,
    pub tp_doc: *const c_char,
    pub tp_traverse: Option<traverseproc>,
    pub tp_clear: Option<inquiry>,
    pub tp_richcompare: Option<richcmpfunc>,
    pub tp_weaklistoffset: Py_ssize_t,
    pub tp_iter: Option<getiterfunc>,
    pub tp_iternext: Option<iternextfunc>,
    pub tp_methods: *mut PyMethodDef,
    pub tp_members: *mut PyMemberDef,
    pub tp_getset: *mut PyGetSetDef,
    pub tp_base: *mut PyTypeObject,
    pub tp_dict: *mut PyObject,
    pub tp_descr_get: Option<descrgetfunc>,
    pub tp_descr_set: Option<descrsetfunc>,
    pub tp_dictoffset: Py_ssize_t,
    pub tp_init: Option<initproc>,
    pub tp_alloc: Option<allocfunc>,
    pub tp_new: Option<newfunc>,
    pub tp_free: Option<freefunc>,
    pub tp_is_gc: Option<inquiry>,
    pub tp_bases: *mut PyObject,
    pub tp_mro: *mut PyObject,
    pub tp_cache: *mut PyObject,
    #[cfg(not(Py_3_12))]
    pub tp_subclasses: *mut PyObject,
    #[cfg(Py_3_12)]
    pub tp_subclasses: *mut c_void,
    pub tp_weaklist: *mut PyObject,
    pub tp_del: Option<destructor>,
    pub tp_version_tag: c_uint,
    #[cfg(Py_3)]
    pub tp_finalize: Option<destructor>,
    #[cfg(Py_3_8)]
    pub tp_vectorcall: Option<vectorcallfunc>,
    #[cfg(all(Py_3_8, not(Py_3_9)))]
    pub tp_print: Option<printfunc>,
    #[cfg(Py_3_12)]
    pub tp_watched: u8,
    #[cfg(Py_3_13)]
    pub tp_versions_used: u16,
    #[cfg(Py_3_15)]
    pub _tp_iteritem: *mut c_void,
}

/// What the adaptive interpreter remembers of a heap type.
#[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct _specialization_cache {
    pub getitem: *mut PyObject,
    #[cfg(Py_3_12)]
    pub getitem_version: u32,
    #[cfg(Py_3_13)]
    pub init: *mut PyObject,
}

/// A type made at run time, with its slot tables inside.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyHeapTypeObject {
    pub ht_type: PyTypeObject,
    #[cfg(Py_3)]
    pub as_async: PyAsyncMethods,
    pub as_number: PyNumberMethods,
    pub as_mapping: PyMappingMethods,
    pub as_sequence: PySequenceMethods,
    pub as_buffer: PyBufferProcs,
    pub ht_name: *mut PyObject,
    pub ht_slots: *mut PyObject,
    #[cfg(Py_3)]
    pub ht_qualname: *mut PyObject,
    #[cfg(Py_3)]
    pub ht_cached_keys: *mut c_void,
    #[cfg(Py_3_9)]
    pub ht_module: *mut PyObject,
    #[cfg(Py_3_11)]
    pub _ht_tpname: *mut c_char,
    #[cfg(Py_3_14)]
    pub ht_token: *mut c_void,
    #[cfg(Py_3_11)]
    pub _spec_cache: _specialization_cache,
    #[cfg(all(Py_3_14, Py_GIL_DISABLED))]
    pub unique_id: Py_ssize_t,
}

#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_GETCHARBUFFER: c_ulong = 1 << 0;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_SEQUENCE_IN: c_ulong = 1 << 1;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_INPLACEOPS: c_ulong = 1 << 3;
#[cfg(Py_2)]
pub const Py_TPFLAGS_CHECKTYPES: c_ulong = 1 << 4;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_RICHCOMPARE: c_ulong = 1 << 5;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_WEAKREFS: c_ulong = 1 << 6;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_ITER: c_ulong = 1 << 7;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_CLASS: c_ulong = 1 << 8;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_INDEX: c_ulong = 1 << 17;
#[cfg(Py_2)]
pub const Py_TPFLAGS_HAVE_NEWBUFFER: c_ulong = 1 << 21;
#[cfg(Py_2)]
pub const Py_TPFLAGS_INT_SUBCLASS: c_ulong = 1 << 23;
#[cfg(Py_2)]
pub const Py_TPFLAGS_STRING_SUBCLASS: c_ulong = 1 << 27;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_INLINE_VALUES: c_ulong = 1 << 2;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_MANAGED_WEAKREF: c_ulong = 1 << 3;
#[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_MANAGED_DICT: c_ulong = 1 << 4;
#[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_SEQUENCE: c_ulong = 1 << 5;
#[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_MAPPING: c_ulong = 1 << 6;
#[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
pub const Py_TPFLAGS_DISALLOW_INSTANTIATION: c_ulong = 1 << 7;
#[cfg(all(Py_3_10, any(not(Py_LIMITED_API), Py_3_14)))]
pub const Py_TPFLAGS_IMMUTABLETYPE: c_ulong = 1 << 8;
pub const Py_TPFLAGS_HEAPTYPE: c_ulong = 1 << 9;
pub const Py_TPFLAGS_BASETYPE: c_ulong = 1 << 10;
#[cfg(any(all(Py_3_9, not(Py_LIMITED_API)), Py_3_12))]
pub const Py_TPFLAGS_HAVE_VECTORCALL: c_ulong = 1 << 11;
pub const Py_TPFLAGS_READY: c_ulong = 1 << 12;
pub const Py_TPFLAGS_READYING: c_ulong = 1 << 13;
pub const Py_TPFLAGS_HAVE_GC: c_ulong = 1 << 14;
#[cfg(Py_3_8)]
pub const Py_TPFLAGS_METHOD_DESCRIPTOR: c_ulong = 1 << 17;
pub const Py_TPFLAGS_HAVE_VERSION_TAG: c_ulong = 1 << 18;
#[cfg(not(Py_LIMITED_API))]
pub const Py_TPFLAGS_VALID_VERSION_TAG: c_ulong = 1 << 19;
pub const Py_TPFLAGS_IS_ABSTRACT: c_ulong = 1 << 20;
#[cfg(Py_3_12)]
pub const Py_TPFLAGS_ITEMS_AT_END: c_ulong = 1 << 23;
pub const Py_TPFLAGS_LONG_SUBCLASS: c_ulong = 1 << 24;
pub const Py_TPFLAGS_LIST_SUBCLASS: c_ulong = 1 << 25;
pub const Py_TPFLAGS_TUPLE_SUBCLASS: c_ulong = 1 << 26;
pub const Py_TPFLAGS_BYTES_SUBCLASS: c_ulong = 1 << 27;
pub const Py_TPFLAGS_UNICODE_SUBCLASS: c_ulong = 1 << 28;
pub const Py_TPFLAGS_DICT_SUBCLASS: c_ulong = 1 << 29;
pub const Py_TPFLAGS_BASE_EXC_SUBCLASS: c_ulong = 1 << 30;
pub const Py_TPFLAGS_TYPE_SUBCLASS: c_ulong = 1 << 31;
#[cfg(Py_3)]
pub const Py_TPFLAGS_HAVE_FINALIZE: c_ulong = 1 << 0;
/// The name of [`Py_TPFLAGS_HAVE_VECTORCALL`] in 3.8.
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const _Py_TPFLAGS_HAVE_VECTORCALL: c_ulong = 1 << 11;
#[cfg(Py_2)]
pub const Py_TPFLAGS_DEFAULT: c_ulong = Py_TPFLAGS_HAVE_GETCHARBUFFER
    | Py_TPFLAGS_HAVE_SEQUENCE_IN
    | Py_TPFLAGS_HAVE_INPLACEOPS
    | Py_TPFLAGS_HAVE_RICHCOMPARE
    | Py_TPFLAGS_HAVE_WEAKREFS
    | Py_TPFLAGS_HAVE_ITER
    | Py_TPFLAGS_HAVE_CLASS
    | Py_TPFLAGS_HAVE_INDEX;
#[cfg(all(Py_3, not(Py_3_10)))]
pub const Py_TPFLAGS_DEFAULT: c_ulong = Py_TPFLAGS_HAVE_VERSION_TAG;
#[cfg(Py_3_10)]
pub const Py_TPFLAGS_DEFAULT: c_ulong = 0;

c_api! {
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    pub fn _PyType_Name(type_: *mut PyTypeObject) -> *const c_char;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(PyPy, link_name = "_PyPyType_Lookup")]
    pub fn _PyType_Lookup(arg1: *mut PyTypeObject, arg2: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyType_GetDict(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyObject_Print(arg1: *mut PyObject, arg2: *mut FILE, arg3: c_int) -> c_int;
    #[cfg(all(Py_3_7, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyObject_LookupAttr(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut *mut PyObject) -> c_int;
    #[cfg(all(Py_3_9, not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyObject_GetMethod(obj: *mut PyObject, name: *mut PyObject, method: *mut *mut PyObject) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    #[cfg_attr(PyPy, link_name = "_PyPyObject_GetDictPtr")]
    pub fn _PyObject_GetDictPtr(op: *mut PyObject) -> *mut *mut PyObject;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn _PyObject_NextNotImplemented(op: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyObject_CallFinalizer(op: *mut PyObject);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyObject_CallFinalizerFromDealloc(op: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Object_ClearWeakRefsNoCallbacks(op: *mut PyObject);
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    pub fn _PyObject_GenericGetAttrWithDict(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
        arg4: c_int,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_7), not(Py_LIMITED_API)))]
    pub fn _PyObject_GenericGetAttrWithDict(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _PyObject_GenericSetAttrWithDict(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
        arg4: *mut PyObject,
    ) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyObject_GetItemData(obj: *mut PyObject) -> *mut c_void;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyObject_VisitManagedDict(obj: *mut PyObject, visit: Option<visitproc>, arg: *mut c_void) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyObject_ClearManagedDict(obj: *mut PyObject);
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyType_AddWatcher(callback: Option<PyType_WatchCallback>) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyType_ClearWatcher(watcher_id: c_int) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyType_Watch(watcher_id: c_int, type_: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyType_Unwatch(watcher_id: c_int, type_: *mut PyObject) -> c_int;
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    pub fn PyUnstable_Type_AssignVersionTag(type_: *mut PyTypeObject) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyRefTracer_SetTracer(tracer: Option<PyRefTracer>, data: *mut c_void) -> c_int;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pub fn PyRefTracer_GetTracer(arg1: *mut *mut c_void) -> Option<PyRefTracer>;
    #[cfg(all(Py_3_11, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PyType_GetModuleByDef(arg1: *mut PyTypeObject, arg2: *mut PyModuleDef) -> *mut PyObject;
}
