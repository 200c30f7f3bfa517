//! The constants of the headers about running code.

use super::Value;
use pyrules::ffi;

constants! {
    // modsupport.rs
    #[cfg(Py_3_15)]
    PyABIInfo_STABLE,
    #[cfg(Py_3_15)]
    PyABIInfo_GIL,
    #[cfg(Py_3_15)]
    PyABIInfo_FREETHREADED,
    #[cfg(Py_3_15)]
    PyABIInfo_INTERNAL,
    #[cfg(Py_3_15)]
    PyABIInfo_FREETHREADING_AGNOSTIC,
    #[cfg(Py_3_15)]
    PyABIInfo_DEFAULT_FLAGS,
    // slots.rs
    #[cfg(Py_3_15)]
    PySlot_OPTIONAL,
    #[cfg(Py_3_15)]
    PySlot_STATIC,
    #[cfg(Py_3_15)]
    PySlot_INTPTR,
    #[cfg(Py_3_15)]
    Py_slot_end,
    #[cfg(Py_3_15)]
    Py_slot_invalid,
    #[cfg(Py_3_15)]
    Py_slot_subslots,
    #[cfg(Py_3_15)]
    Py_tp_slots,
    #[cfg(Py_3_15)]
    Py_mod_slots,
    #[cfg(Py_3_15)]
    Py_tp_name,
    #[cfg(Py_3_15)]
    Py_tp_basicsize,
    #[cfg(Py_3_15)]
    Py_tp_extra_basicsize,
    #[cfg(Py_3_15)]
    Py_tp_itemsize,
    #[cfg(Py_3_15)]
    Py_tp_flags,
    #[cfg(Py_3_15)]
    Py_mod_name,
    #[cfg(Py_3_15)]
    Py_mod_doc,
    #[cfg(Py_3_15)]
    Py_mod_state_size,
    #[cfg(Py_3_15)]
    Py_mod_methods,
    #[cfg(Py_3_15)]
    Py_mod_state_traverse,
    #[cfg(Py_3_15)]
    Py_mod_state_clear,
    #[cfg(Py_3_15)]
    Py_mod_state_free,
    #[cfg(Py_3_15)]
    Py_tp_metaclass,
    #[cfg(Py_3_15)]
    Py_tp_module,
    #[cfg(Py_3_15)]
    Py_mod_abi,
    #[cfg(Py_3_15)]
    Py_mod_token,
    // code.rs
    #[cfg(not(Py_LIMITED_API))]
    CO_OPTIMIZED,
    #[cfg(not(Py_LIMITED_API))]
    CO_NEWLOCALS,
    #[cfg(not(Py_LIMITED_API))]
    CO_VARARGS,
    #[cfg(not(Py_LIMITED_API))]
    CO_VARKEYWORDS,
    #[cfg(not(Py_LIMITED_API))]
    CO_NESTED,
    #[cfg(not(Py_LIMITED_API))]
    CO_GENERATOR,
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    CO_NOFREE,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    CO_COROUTINE,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    CO_ITERABLE_COROUTINE,
    #[cfg(all(Py_3_6, not(Py_LIMITED_API)))]
    CO_ASYNC_GENERATOR,
    #[cfg(not(Py_LIMITED_API))]
    CO_FUTURE_DIVISION,
    #[cfg(not(Py_LIMITED_API))]
    CO_FUTURE_ABSOLUTE_IMPORT,
    #[cfg(not(Py_LIMITED_API))]
    CO_FUTURE_WITH_STATEMENT,
    #[cfg(not(Py_LIMITED_API))]
    CO_FUTURE_PRINT_FUNCTION,
    #[cfg(not(Py_LIMITED_API))]
    CO_FUTURE_UNICODE_LITERALS,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    CO_FUTURE_BARRY_AS_BDFL,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    CO_FUTURE_GENERATOR_STOP,
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    CO_FUTURE_ANNOTATIONS,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    CO_NO_MONITORING_EVENTS,
    #[cfg(not(Py_LIMITED_API))]
    CO_MAXBLOCKS,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PY_CODE_EVENT_CREATE,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PY_CODE_EVENT_DESTROY,
    // compile.rs
    Py_single_input,
    Py_file_input,
    Py_eval_input,
    #[cfg(Py_3_8)]
    Py_func_type_input,
    #[cfg(not(Py_LIMITED_API))]
    PyCF_SOURCE_IS_UTF8,
    #[cfg(not(Py_LIMITED_API))]
    PyCF_DONT_IMPLY_DEDENT,
    #[cfg(not(Py_LIMITED_API))]
    PyCF_ONLY_AST,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyCF_IGNORE_COOKIE,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyCF_TYPE_COMMENTS,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyCF_ALLOW_TOP_LEVEL_AWAIT,
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    PyCF_ALLOW_INCOMPLETE_INPUT,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyCF_OPTIMIZED_AST,
    #[cfg(all(Py_2, not(Py_LIMITED_API)))]
    PyCF_MASK,
    #[cfg(all(Py_3, not(Py_3_7), not(Py_LIMITED_API)))]
    PyCF_MASK,
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    PyCF_MASK,
    #[cfg(not(Py_LIMITED_API))]
    PyCF_MASK_OBSOLETE,
    // context.rs
    #[cfg(all(Py_3_14, Py_3_7, not(Py_LIMITED_API)))]
    Py_CONTEXT_SWITCHED,
    // datetime.rs
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_DATE_DATASIZE,
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_TIME_DATASIZE,
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_DATETIME_DATASIZE,
    // funcobject.rs
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyFunction_EVENT_CREATE,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyFunction_EVENT_DESTROY,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyFunction_EVENT_MODIFY_CODE,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyFunction_EVENT_MODIFY_DEFAULTS,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyFunction_EVENT_MODIFY_KWDEFAULTS,
    // initconfig.rs
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    _PyStatus_TYPE_OK,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    _PyStatus_TYPE_ERROR,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    _PyStatus_TYPE_EXIT,
    // marshal.rs
    #[cfg(not(Py_LIMITED_API))]
    Py_MARSHAL_VERSION,
    // patchlevel.rs
    PY_MAJOR_VERSION,
    #[cfg(not(Py_LIMITED_API))]
    PY_MINOR_VERSION,
    // pybuffer.rs
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_11)))]
    PyBUF_MAX_NDIM,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_SIMPLE,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_WRITABLE,
    #[cfg(not(Py_LIMITED_API))]
    PyBUF_WRITEABLE,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_FORMAT,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_ND,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_STRIDES,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_C_CONTIGUOUS,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_F_CONTIGUOUS,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_ANY_CONTIGUOUS,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_INDIRECT,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_CONTIG,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_CONTIG_RO,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_STRIDED,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_STRIDED_RO,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_RECORDS,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_RECORDS_RO,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_FULL,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_FULL_RO,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_READ,
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    PyBUF_WRITE,
    // pylifecycle.rs
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyInterpreterConfig_DEFAULT_GIL,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyInterpreterConfig_SHARED_GIL,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyInterpreterConfig_OWN_GIL,
    // pymem.rs
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PYMEM_DOMAIN_RAW,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PYMEM_DOMAIN_MEM,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PYMEM_DOMAIN_OBJ,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_NOT_SET,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_DEFAULT,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_DEBUG,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_MALLOC,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_MALLOC_DEBUG,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_PYMALLOC,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_PYMALLOC_DEBUG,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_MIMALLOC,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PYMEM_ALLOCATOR_MIMALLOC_DEBUG,
    // pystate.rs
    PyGILState_LOCKED,
    PyGILState_UNLOCKED,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_CALL,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_EXCEPTION,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_LINE,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_RETURN,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_C_CALL,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_C_EXCEPTION,
    #[cfg(not(Py_LIMITED_API))]
    PyTrace_C_RETURN,
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    PyTrace_OPCODE,
    // pythread.rs
    #[cfg(Py_3)]
    PY_LOCK_FAILURE,
    #[cfg(Py_3)]
    PY_LOCK_ACQUIRED,
    #[cfg(Py_3)]
    PY_LOCK_INTR,
    WAIT_LOCK,
    NOWAIT_LOCK,
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    PYTHREAD_INVALID_THREAD_ID,
    // pytime.rs
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyTime_MIN,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyTime_MAX,
}
