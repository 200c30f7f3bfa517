//! `object.h`: the header of every object, and what works on any object.

use super::*;

/// The header of every object.
///
/// Since 3.12 the low half of `ob_refcnt` is the count and its sign bit (3.12, 3.13) or its greatest values (3.14) mark an
/// immortal object; 3.14 keeps flags in the upper half, and
/// calls the whole `ob_refcnt_full`. Only [`Py_REFCNT`] and its neighbours may look at the field.
#[repr(C)]
#[cfg(not(any(Py_GIL_DISABLED, Py_TARGET_ABI3T)))]
pub struct PyObject {
    #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))]
    pub _ob_next: *mut PyObject,
    #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))]
    pub _ob_prev: *mut PyObject,
    #[cfg(not(all(Py_3_14, target_pointer_width = "64")))]
    pub ob_refcnt: Py_ssize_t,
    #[cfg(all(Py_3_14, target_pointer_width = "64"))]
    pub ob_refcnt_full: i64,
    #[cfg(PyPy)]
    pub ob_pypy_link: Py_ssize_t,
    pub ob_type: *mut PyTypeObject,
}

/// The header of every object, where threads run in parallel: the count is split between the owning thread and the others.
#[repr(C)]
#[cfg(all(Py_GIL_DISABLED, not(Py_TARGET_ABI3T)))]
pub struct PyObject {
    /// The owning thread.
    pub ob_tid: usize,
    #[cfg(not(Py_3_14))]
    pub _padding: u16,
    #[cfg(Py_3_14)]
    pub ob_flags: u16,
    /// A `PyMutex`.
    pub ob_mutex: u8,
    pub ob_gc_bits: u8,
    pub ob_ref_local: u32,
    pub ob_ref_shared: Py_ssize_t,
    pub ob_type: *mut PyTypeObject,
}

/// The header of every object. `abi3t` hides it: with a GIL it is another one than without.
#[repr(C)]
#[cfg(Py_TARGET_ABI3T)]
pub struct PyObject {
    _opaque: [u8; 0],
    /// Objects belong to their interpreter, and stay where they are.
    _marker: std::marker::PhantomData<(*mut u8, std::marker::PhantomPinned)>,
}

/// How large the header of every object is, if that is known at compile time.
pub const OBJECT_SIZE: Option<usize> = if cfg!(Py_TARGET_ABI3T) { None } else { Some(size_of::<PyObject>()) };

/// The header of every object that has a length.
#[repr(C)]
#[cfg(not(Py_TARGET_ABI3T))]
pub struct PyVarObject {
    pub ob_base: PyObject,
    pub ob_size: Py_ssize_t,
}

/// The header of every object that has a length, which `abi3t` hides.
#[repr(C)]
#[cfg(Py_TARGET_ABI3T)]
pub struct PyVarObject {
    ob_base: PyObject,
}

/// What `PyObject_HEAD_INIT(NULL)` is in C, for static data.
#[cfg(not(any(Py_GIL_DISABLED, Py_TARGET_ABI3T)))]
pub const PyObject_HEAD_INIT: PyObject = PyObject {
    #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))]
    _ob_next: std::ptr::null_mut(),
    #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))]
    _ob_prev: std::ptr::null_mut(),
    // Before 3.13 the header gives extension modules a plain 1; later ones give static data the immortal count.
    #[cfg(not(Py_3_13))]
    ob_refcnt: 1,
    #[cfg(all(Py_3_13, not(Py_3_14), target_pointer_width = "64"))]
    ob_refcnt: u32::MAX as Py_ssize_t,
    #[cfg(all(Py_3_13, not(Py_3_14), not(target_pointer_width = "64")))]
    ob_refcnt: (u32::MAX >> 2) as Py_ssize_t,
    #[cfg(all(Py_3_14, target_pointer_width = "64"))]
    ob_refcnt_full: 3 << 30,
    #[cfg(all(Py_3_14, not(target_pointer_width = "64")))]
    ob_refcnt: 5 << 28,
    #[cfg(PyPy)]
    ob_pypy_link: 0,
    ob_type: std::ptr::null_mut(),
};
/// What `PyObject_HEAD_INIT(NULL)` is in C, for static data.
#[cfg(all(Py_GIL_DISABLED, not(Py_TARGET_ABI3T)))]
pub const PyObject_HEAD_INIT: PyObject = PyObject {
    ob_tid: 0,
    #[cfg(not(Py_3_14))]
    _padding: 0,
    // `_Py_STATICALLY_ALLOCATED_FLAG`
    #[cfg(Py_3_14)]
    ob_flags: 1 << 2,
    ob_mutex: 0,
    ob_gc_bits: 0,
    ob_ref_local: u32::MAX,
    ob_ref_shared: 0,
    ob_type: std::ptr::null_mut(),
};

pub type unaryfunc = unsafe extern "C" fn(*mut PyObject) -> *mut PyObject;
pub type binaryfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;
pub type ternaryfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
pub type inquiry = unsafe extern "C" fn(*mut PyObject) -> c_int;
pub type lenfunc = unsafe extern "C" fn(*mut PyObject) -> Py_ssize_t;
#[cfg(Py_2)]
pub type coercion = unsafe extern "C" fn(*mut *mut PyObject, *mut *mut PyObject) -> c_int;
pub type ssizeargfunc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t) -> *mut PyObject;
pub type ssizessizeargfunc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t, Py_ssize_t) -> *mut PyObject;
pub type ssizeobjargproc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t, *mut PyObject) -> c_int;
pub type ssizessizeobjargproc =
    unsafe extern "C" fn(*mut PyObject, Py_ssize_t, Py_ssize_t, *mut PyObject) -> c_int;
pub type objobjargproc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
#[cfg(Py_2)]
pub type readbufferproc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t, *mut *mut c_void) -> Py_ssize_t;
#[cfg(Py_2)]
pub type writebufferproc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t, *mut *mut c_void) -> Py_ssize_t;
#[cfg(Py_2)]
pub type segcountproc = unsafe extern "C" fn(*mut PyObject, *mut Py_ssize_t) -> Py_ssize_t;
#[cfg(Py_2)]
pub type charbufferproc = unsafe extern "C" fn(*mut PyObject, Py_ssize_t, *mut *mut c_char) -> Py_ssize_t;
pub type objobjproc = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> c_int;
pub type visitproc = unsafe extern "C" fn(*mut PyObject, *mut c_void) -> c_int;
pub type traverseproc = unsafe extern "C" fn(*mut PyObject, visitproc, *mut c_void) -> c_int;
pub type freefunc = unsafe extern "C" fn(*mut c_void);
pub type destructor = unsafe extern "C" fn(*mut PyObject);
pub type printfunc = unsafe extern "C" fn(*mut PyObject, *mut FILE, c_int) -> c_int;
pub type getattrfunc = unsafe extern "C" fn(*mut PyObject, *mut c_char) -> *mut PyObject;
pub type getattrofunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;
pub type setattrfunc = unsafe extern "C" fn(*mut PyObject, *mut c_char, *mut PyObject) -> c_int;
pub type setattrofunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
#[cfg(Py_2)]
pub type cmpfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> c_int;
pub type reprfunc = unsafe extern "C" fn(*mut PyObject) -> *mut PyObject;
pub type hashfunc = unsafe extern "C" fn(*mut PyObject) -> Py_hash_t;
pub type richcmpfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, c_int) -> *mut PyObject;
pub type getiterfunc = unsafe extern "C" fn(*mut PyObject) -> *mut PyObject;
pub type iternextfunc = unsafe extern "C" fn(*mut PyObject) -> *mut PyObject;
pub type descrgetfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
pub type descrsetfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
pub type initproc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
pub type newfunc = unsafe extern "C" fn(*mut PyTypeObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
pub type allocfunc = unsafe extern "C" fn(*mut PyTypeObject, Py_ssize_t) -> *mut PyObject;
/// PEP 590; the C name exists since 3.8 only.
pub type vectorcallfunc =
    unsafe extern "C" fn(*mut PyObject, *const *mut PyObject, usize, *mut PyObject) -> *mut PyObject;

/// An entry of [`PyType_Spec::slots`]. (For 2.7 `compat2` reads it.)
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyType_Slot {
    pub slot: c_int,
    pub pfunc: *mut c_void,
}

/// The description of a heap type. (For 2.7 `compat2` reads it.)
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyType_Spec {
    pub name: *const c_char,
    pub basicsize: c_int,
    pub itemsize: c_int,
    pub flags: c_uint,
    pub slots: *mut PyType_Slot,
}

pub const Py_PRINT_RAW: c_int = 1;

#[cfg(Py_3_13)]
pub const Py_CONSTANT_NONE: c_uint = 0;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_FALSE: c_uint = 1;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_TRUE: c_uint = 2;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_ELLIPSIS: c_uint = 3;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_NOT_IMPLEMENTED: c_uint = 4;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_ZERO: c_uint = 5;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_ONE: c_uint = 6;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_EMPTY_STR: c_uint = 7;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_EMPTY_BYTES: c_uint = 8;
#[cfg(Py_3_13)]
pub const Py_CONSTANT_EMPTY_TUPLE: c_uint = 9;

pub const Py_LT: c_int = 0;
pub const Py_LE: c_int = 1;
pub const Py_EQ: c_int = 2;
pub const Py_NE: c_int = 3;
pub const Py_GT: c_int = 4;
pub const Py_GE: c_int = 5;

/// `PySendResult`, of `PyIter_Send` and `am_send`.
pub type PySendResult = c_int;
pub const PYGEN_ERROR: PySendResult = -1;
pub const PYGEN_RETURN: PySendResult = 0;
pub const PYGEN_NEXT: PySendResult = 1;
pub type sendfunc = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut *mut PyObject) -> PySendResult;
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub type PyType_WatchCallback = unsafe extern "C" fn(*mut PyTypeObject) -> c_int;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub type PyRefTracerEvent = c_int;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const PyRefTracer_CREATE: PyRefTracerEvent = 0;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const PyRefTracer_DESTROY: PyRefTracerEvent = 1;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub type PyRefTracer = unsafe extern "C" fn(*mut PyObject, PyRefTracerEvent, *mut c_void) -> c_int;

c_api! {
    #[cfg(Py_3)]
    pub fn PyType_FromSpec(arg1: *mut PyType_Spec) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyType_FromSpecWithBases(arg1: *mut PyType_Spec, arg2: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyType_GetSlot(arg1: *mut PyTypeObject, arg2: c_int) -> *mut c_void;
    #[cfg(Py_3_9)]
    pub fn PyType_FromModuleAndSpec(
        arg1: *mut PyObject,
        arg2: *mut PyType_Spec,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3_9)]
    pub fn PyType_GetModule(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3_9)]
    pub fn PyType_GetModuleState(type_: *mut PyTypeObject) -> *mut c_void;
    #[cfg(Py_3_11)]
    pub fn PyType_GetName(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3_11)]
    pub fn PyType_GetQualName(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyType_GetFullyQualifiedName(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyType_GetModuleName(type_: *mut PyTypeObject) -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyType_FromMetaclass(
        arg1: *mut PyTypeObject,
        arg2: *mut PyObject,
        arg3: *mut PyType_Spec,
        arg4: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(Py_3_12)]
    pub fn PyObject_GetTypeData(obj: *mut PyObject, cls: *mut PyTypeObject) -> *mut c_void;
    #[cfg(Py_3_12)]
    pub fn PyType_GetTypeDataSize(cls: *mut PyTypeObject) -> Py_ssize_t;
    pub fn PyType_IsSubtype(arg1: *mut PyTypeObject, arg2: *mut PyTypeObject) -> c_int;
    pub static mut PyType_Type: PyTypeObject;
    pub static mut PyBaseObject_Type: PyTypeObject;
    pub static mut PySuper_Type: PyTypeObject;
    #[cfg(Py_3)]
    #[cfg(not(PyPy))]
    pub fn PyType_GetFlags(type_: *mut PyTypeObject) -> c_ulong;
    pub fn PyType_Ready(type_: *mut PyTypeObject) -> c_int;
    pub fn PyType_GenericAlloc(arg1: *mut PyTypeObject, arg2: Py_ssize_t) -> *mut PyObject;
    pub fn PyType_GenericNew(
        arg1: *mut PyTypeObject,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    pub fn PyType_ClearCache() -> c_uint;
    pub fn PyType_Modified(type_: *mut PyTypeObject);
    pub fn PyObject_Repr(op: *mut PyObject) -> *mut PyObject;
    pub fn PyObject_Str(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyObject_Unicode(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn PyObject_Compare(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyObject_ASCII(op: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3)]
    pub fn PyObject_Bytes(op: *mut PyObject) -> *mut PyObject;
    pub fn PyObject_RichCompare(arg1: *mut PyObject, arg2: *mut PyObject, arg3: c_int) -> *mut PyObject;
    pub fn PyObject_RichCompareBool(arg1: *mut PyObject, arg2: *mut PyObject, arg3: c_int) -> c_int;
    pub fn PyObject_GetAttrString(arg1: *mut PyObject, arg2: *const c_char) -> *mut PyObject;
    pub fn PyObject_SetAttrString(arg1: *mut PyObject, arg2: *const c_char, arg3: *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyObject_DelAttrString(v: *mut PyObject, name: *const c_char) -> c_int;
    pub fn PyObject_HasAttrString(arg1: *mut PyObject, arg2: *const c_char) -> c_int;
    pub fn PyObject_GetAttr(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn PyObject_GetOptionalAttr(
        arg1: *mut PyObject,
        arg2: *mut PyObject,
        arg3: *mut *mut PyObject,
    ) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyObject_GetOptionalAttrString(
        arg1: *mut PyObject,
        arg2: *const c_char,
        arg3: *mut *mut PyObject,
    ) -> c_int;
    pub fn PyObject_SetAttr(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyObject_DelAttr(v: *mut PyObject, name: *mut PyObject) -> c_int;
    pub fn PyObject_HasAttr(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyObject_HasAttrWithError(arg1: *mut PyObject, arg2: *mut PyObject) -> c_int;
    #[cfg(Py_3_13)]
    pub fn PyObject_HasAttrStringWithError(arg1: *mut PyObject, arg2: *const c_char) -> c_int;
    pub fn PyObject_SelfIter(op: *mut PyObject) -> *mut PyObject;
    pub fn PyObject_GenericGetAttr(arg1: *mut PyObject, arg2: *mut PyObject) -> *mut PyObject;
    pub fn PyObject_GenericSetAttr(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject) -> c_int;
    #[cfg(Py_3)]
    pub fn PyObject_GenericSetDict(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut c_void) -> c_int;
    #[cfg(Py_3)]
    pub fn PyObject_Hash(op: *mut PyObject) -> Py_hash_t;
    #[cfg(Py_2)]
    pub fn PyObject_Hash(op: *mut PyObject) -> c_long;
    #[cfg(Py_3)]
    pub fn PyObject_HashNotImplemented(op: *mut PyObject) -> Py_hash_t;
    #[cfg(Py_2)]
    pub fn PyObject_HashNotImplemented(op: *mut PyObject) -> c_long;
    pub fn PyObject_IsTrue(op: *mut PyObject) -> c_int;
    pub fn PyObject_Not(op: *mut PyObject) -> c_int;
    pub fn PyCallable_Check(op: *mut PyObject) -> c_int;
    #[cfg(Py_2)]
    pub fn PyNumber_Coerce(arg1: *mut *mut PyObject, arg2: *mut *mut PyObject) -> c_int;
    #[cfg(Py_2)]
    pub fn PyNumber_CoerceEx(arg1: *mut *mut PyObject, arg2: *mut *mut PyObject) -> c_int;
    #[cfg(not(PyPy))]
    pub fn PyObject_ClearWeakRefs(op: *mut PyObject);
    pub fn PyObject_Dir(op: *mut PyObject) -> *mut PyObject;
    pub fn Py_ReprEnter(op: *mut PyObject) -> c_int;
    pub fn Py_ReprLeave(op: *mut PyObject);
    #[cfg(Py_3_13)]
    pub fn Py_GetConstant(constant_id: c_uint) -> *mut PyObject;
    #[cfg(Py_3_13)]
    pub fn Py_GetConstantBorrowed(constant_id: c_uint) -> *mut PyObject;
    #[cfg_attr(PyPy, link_name = "_PyPy_NoneStruct")]
    pub static mut _Py_NoneStruct: PyObject;
    #[cfg_attr(PyPy, link_name = "_PyPy_NotImplementedStruct")]
    pub static mut _Py_NotImplementedStruct: PyObject;
    #[cfg(all(Py_LIMITED_API, Py_3_14))]
    pub fn Py_TYPE(op: *mut PyObject) -> *mut PyTypeObject;
    #[cfg(Py_3_15)]
    pub fn PyType_FromSlots(slots: *mut PySlot) -> *mut PyObject;
    #[cfg(Py_TARGET_ABI3T)]
    pub fn Py_SIZE(ob: *mut PyObject) -> Py_ssize_t;
    #[cfg(Py_TARGET_ABI3T)]
    pub fn Py_SET_SIZE(ob: *mut PyVarObject, size: Py_ssize_t);
}

/// Whether `x` and `y` are the same object.
#[inline]
pub unsafe fn Py_Is(x: *mut PyObject, y: *mut PyObject) -> c_int {
    (x == y) as c_int
}

/// The object's type, borrowed.
#[cfg(not(all(Py_LIMITED_API, Py_3_14)))]
#[inline]
pub unsafe fn Py_TYPE(op: *mut PyObject) -> *mut PyTypeObject {
    // SAFETY: the caller's `op` is a live object, whose type another thread may be changing.
    #[cfg(Py_GIL_DISABLED)]
    return unsafe {
        std::sync::atomic::AtomicPtr::from_ptr(&raw mut (*op).ob_type)
            .load(std::sync::atomic::Ordering::Relaxed)
    };
    // SAFETY: the caller's `op` is a live object.
    #[cfg(not(Py_GIL_DISABLED))]
    return unsafe { (*op).ob_type };
}

/// Whether the object's type is exactly `type_`.
#[inline]
pub unsafe fn Py_IS_TYPE(op: *mut PyObject, type_: *mut PyTypeObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { (Py_TYPE(op) == type_) as c_int }
}

#[cfg(not(Py_TARGET_ABI3T))]
#[inline]
pub unsafe fn Py_SET_TYPE(op: *mut PyObject, type_: *mut PyTypeObject) {
    // SAFETY: the caller's `op` is a live object; other threads that do so now set the same type.
    unsafe {
        if Py_TYPE(op) != type_ {
            std::sync::atomic::AtomicPtr::from_ptr(&raw mut (*op).ob_type)
                .store(type_, std::sync::atomic::Ordering::Relaxed);
        }
    }
}

/// The length in the header of a [`PyVarObject`].
#[cfg(not(Py_TARGET_ABI3T))]
#[inline]
pub unsafe fn Py_SIZE(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live object that has a length.
    unsafe { (*op.cast::<PyVarObject>()).ob_size }
}

#[cfg(not(Py_TARGET_ABI3T))]
#[inline]
pub unsafe fn Py_SET_SIZE(op: *mut PyObject, size: Py_ssize_t) {
    // SAFETY: the caller's `op` is a live object that has a length and that nobody else uses yet.
    unsafe { (*op.cast::<PyVarObject>()).ob_size = size }
}

/// `None`, borrowed.
#[inline]
pub unsafe fn Py_None() -> *mut PyObject {
    // SAFETY: a constant of the interpreter.
    #[cfg(all(Py_LIMITED_API, Py_3_13))]
    return unsafe { Py_GetConstantBorrowed(Py_CONSTANT_NONE) };
    #[cfg(not(all(Py_LIMITED_API, Py_3_13)))]
    return &raw mut _Py_NoneStruct;
}

#[inline]
pub unsafe fn Py_IsNone(x: *mut PyObject) -> c_int {
    // SAFETY: needs nothing.
    unsafe { (x == Py_None()) as c_int }
}

/// `NotImplemented`, borrowed.
#[inline]
pub unsafe fn Py_NotImplemented() -> *mut PyObject {
    // SAFETY: a constant of the interpreter.
    #[cfg(all(Py_LIMITED_API, Py_3_13))]
    return unsafe { Py_GetConstantBorrowed(Py_CONSTANT_NOT_IMPLEMENTED) };
    #[cfg(not(all(Py_LIMITED_API, Py_3_13)))]
    return &raw mut _Py_NotImplementedStruct;
}

/// The type's flags.
#[cfg(any(Py_LIMITED_API, Py_GIL_DISABLED))]
#[inline]
unsafe fn flags(type_: *mut PyTypeObject) -> c_ulong {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { PyType_GetFlags(type_) }
}
/// The type's flags.
#[cfg(not(any(Py_LIMITED_API, Py_GIL_DISABLED)))]
#[inline]
unsafe fn flags(type_: *mut PyTypeObject) -> c_ulong {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { (*type_).tp_flags as c_ulong }
}

#[inline]
pub unsafe fn PyType_HasFeature(type_: *mut PyTypeObject, feature: c_ulong) -> c_int {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { (flags(type_) & feature != 0) as c_int }
}

#[inline]
pub unsafe fn PyType_FastSubclass(type_: *mut PyTypeObject, flag: c_ulong) -> c_int {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { PyType_HasFeature(type_, flag) }
}

#[inline]
pub unsafe fn PyType_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyType_FastSubclass(Py_TYPE(op), Py_TPFLAGS_TYPE_SUBCLASS) }
}

#[inline]
pub unsafe fn PyType_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyType_Type) }
}

#[inline]
pub unsafe fn PyObject_TypeCheck(op: *mut PyObject, type_: *mut PyTypeObject) -> c_int {
    // SAFETY: the caller's `op` is a live object, `type_` a live type.
    unsafe { (Py_TYPE(op) == type_ || PyType_IsSubtype(Py_TYPE(op), type_) != 0) as c_int }
}
