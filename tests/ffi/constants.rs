//! The values of the constants.

use crate::{source, support};
use pyrules::ffi;

/// Constants that have another or no name in C.
const NO_C_NAME: &[&str] = &[
    "PyObject_HEAD_INIT",
    "PyModuleDef_HEAD_INIT",
    "PyABIInfo_DEFAULT",
    "PySlot_END",
    "OBJECT_SIZE",
    "PyDateTime_CAPSULE_NAME",
    "Py_tss_NEEDS_INIT",
    "_PyInterpreterConfig_INIT",
    "_PyInterpreterConfig_LEGACY_INIT",
    // What differs between the versions, under one name.
    "BASE_CALLS_FINALIZER",
    "GETBUFFER_SLOT",
    "RELEASEBUFFER_SLOT",
    "FINALIZER_SLOT",
    "FINALIZER_FLAG",
    "CLASS_FLAGS",
];

/// A constant of any type, as C prints it.
trait Value {
    fn value(self) -> i64;
}

macro_rules! values {
    ( $( $Type:ty )* ) => { $( impl Value for $Type { fn value(self) -> i64 { self as i64 } } )* };
}
values! { i8 u8 i16 u16 i32 u32 i64 u64 isize usize }

impl Value for *mut libc::c_void {
    fn value(self) -> i64 {
        self.addr() as i64
    }
}

/// `NAME`, or `NAME as "c name"`, each with `#[cfg]`s.
macro_rules! constants {
    ( $( $(#[$attr:meta])* $NAME:ident $(as $c:literal)? ),* $(,)? ) => {
        #[allow(clippy::vec_init_then_push)] // a row may be switched off
        pub(super) fn constants() -> Vec<(&'static str, i64)> {
            let mut constants = Vec::new();
            $(
                $(#[$attr])*
                constants.push((*[$($c,)? stringify!($NAME)].first().expect("a name"), Value::value(ffi::$NAME)));
            )*
            constants
        }
        pub(super) const NAMES: &[&str] = &[ $( stringify!($NAME) ),* ];
    };
}

/// The second half of the table.
mod runtime;

#[test]
fn every_constant_is_that_of_the_headers() {
    let (mut program, mut expected) = (String::new(), Vec::new());
    for (name, value) in constants().into_iter().chain(runtime::constants()) {
        program += &format!("    printf(\"{name} = %lld\\n\", (long long)({name}));\n");
        expected.push(format!("{name} = {value}"));
    }
    let actual = support::output_of("constants", &program);
    let different: Vec<String> = actual
        .iter()
        .zip(&expected)
        .filter(|(c, rust)| c != rust)
        .map(|(c, rust)| format!("C: {c}; Rust: {rust}"))
        .collect();
    assert!(different.is_empty(), "\n{}", different.join("\n"));
    assert_eq!(actual.len(), expected.len());
}

/// A constant that is in no table would not be checked.
#[test]
fn every_constant_is_in_the_table() {
    let mut missing = Vec::new();
    for (file, text) in source::files() {
        for name in text.lines().filter_map(|line| line.strip_prefix("pub const ")) {
            let name = name.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().expect("a name");
            if name != "unsafe"
                && name != "fn"
                && ![NAMES, runtime::NAMES].concat().contains(&name)
                && !NO_C_NAME.contains(&name)
            {
                missing.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "in neither `constants!` nor NO_C_NAME: {missing:#?}");
}

constants! {
    // object.rs
    Py_PRINT_RAW,
    #[cfg(Py_3_13)]
    Py_CONSTANT_NONE,
    #[cfg(Py_3_13)]
    Py_CONSTANT_FALSE,
    #[cfg(Py_3_13)]
    Py_CONSTANT_TRUE,
    #[cfg(Py_3_13)]
    Py_CONSTANT_ELLIPSIS,
    #[cfg(Py_3_13)]
    Py_CONSTANT_NOT_IMPLEMENTED,
    #[cfg(Py_3_13)]
    Py_CONSTANT_ZERO,
    #[cfg(Py_3_13)]
    Py_CONSTANT_ONE,
    #[cfg(Py_3_13)]
    Py_CONSTANT_EMPTY_STR,
    #[cfg(Py_3_13)]
    Py_CONSTANT_EMPTY_BYTES,
    #[cfg(Py_3_13)]
    Py_CONSTANT_EMPTY_TUPLE,
    Py_LT,
    Py_LE,
    Py_EQ,
    Py_NE,
    Py_GT,
    Py_GE,
    #[cfg(Py_3_10)]
    PYGEN_ERROR,
    #[cfg(Py_3_10)]
    PYGEN_RETURN,
    #[cfg(Py_3_10)]
    PYGEN_NEXT,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyRefTracer_CREATE,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyRefTracer_DESTROY,
    // cpython_object.rs
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_GETCHARBUFFER,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_SEQUENCE_IN,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_INPLACEOPS,
    #[cfg(Py_2)]
    Py_TPFLAGS_CHECKTYPES,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_RICHCOMPARE,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_WEAKREFS,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_ITER,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_CLASS,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_INDEX,
    #[cfg(Py_2)]
    Py_TPFLAGS_HAVE_NEWBUFFER,
    #[cfg(Py_2)]
    Py_TPFLAGS_INT_SUBCLASS,
    #[cfg(Py_2)]
    Py_TPFLAGS_STRING_SUBCLASS,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    Py_TPFLAGS_INLINE_VALUES,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    Py_TPFLAGS_MANAGED_WEAKREF,
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    Py_TPFLAGS_MANAGED_DICT,
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    Py_TPFLAGS_SEQUENCE,
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    Py_TPFLAGS_MAPPING,
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    Py_TPFLAGS_DISALLOW_INSTANTIATION,
    #[cfg(all(Py_3_10, any(not(Py_LIMITED_API), Py_3_14)))]
    Py_TPFLAGS_IMMUTABLETYPE,
    Py_TPFLAGS_HEAPTYPE,
    Py_TPFLAGS_BASETYPE,
    #[cfg(any(all(Py_3_9, not(Py_LIMITED_API)), Py_3_12))]
    Py_TPFLAGS_HAVE_VECTORCALL,
    Py_TPFLAGS_READY,
    Py_TPFLAGS_READYING,
    Py_TPFLAGS_HAVE_GC,
    #[cfg(Py_3_8)]
    Py_TPFLAGS_METHOD_DESCRIPTOR,
    Py_TPFLAGS_HAVE_VERSION_TAG,
    #[cfg(not(Py_LIMITED_API))]
    Py_TPFLAGS_VALID_VERSION_TAG,
    Py_TPFLAGS_IS_ABSTRACT,
    #[cfg(Py_3_12)]
    Py_TPFLAGS_ITEMS_AT_END,
    Py_TPFLAGS_LONG_SUBCLASS,
    Py_TPFLAGS_LIST_SUBCLASS,
    Py_TPFLAGS_TUPLE_SUBCLASS,
    Py_TPFLAGS_BYTES_SUBCLASS,
    Py_TPFLAGS_UNICODE_SUBCLASS,
    Py_TPFLAGS_DICT_SUBCLASS,
    Py_TPFLAGS_BASE_EXC_SUBCLASS,
    Py_TPFLAGS_TYPE_SUBCLASS,
    #[cfg(Py_3)]
    Py_TPFLAGS_HAVE_FINALIZE,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    _Py_TPFLAGS_HAVE_VECTORCALL,
    #[cfg(Py_2)]
    Py_TPFLAGS_DEFAULT,
    // Newer headers say 0 for every limited version; older interpreters want the flag.
    #[cfg(all(Py_3, not(Py_3_10), not(Py_LIMITED_API)))]
    Py_TPFLAGS_DEFAULT,
    #[cfg(Py_3_10)]
    Py_TPFLAGS_DEFAULT,
    // pyport.rs
    PY_SSIZE_T_MAX,
    PY_SSIZE_T_MIN,
    // abstract.rs
    #[cfg(any(all(Py_3_8, not(Py_LIMITED_API)), Py_3_12))]
    PY_VECTORCALL_ARGUMENTS_OFFSET,
    // typeslots.rs
    #[cfg(any(all(Py_3_9, not(Py_LIMITED_API)), Py_3_11))]
    Py_bf_getbuffer,
    #[cfg(any(all(Py_3_9, not(Py_LIMITED_API)), Py_3_11))]
    Py_bf_releasebuffer,
    #[cfg(Py_3)]
    Py_mp_ass_subscript,
    #[cfg(Py_3)]
    Py_mp_length,
    #[cfg(Py_3)]
    Py_mp_subscript,
    #[cfg(Py_3)]
    Py_nb_absolute,
    #[cfg(Py_3)]
    Py_nb_add,
    #[cfg(Py_3)]
    Py_nb_and,
    #[cfg(Py_3)]
    Py_nb_bool,
    #[cfg(Py_3)]
    Py_nb_divmod,
    #[cfg(Py_3)]
    Py_nb_float,
    #[cfg(Py_3)]
    Py_nb_floor_divide,
    #[cfg(Py_3)]
    Py_nb_index,
    #[cfg(Py_3)]
    Py_nb_inplace_add,
    #[cfg(Py_3)]
    Py_nb_inplace_and,
    #[cfg(Py_3)]
    Py_nb_inplace_floor_divide,
    #[cfg(Py_3)]
    Py_nb_inplace_lshift,
    #[cfg(Py_3)]
    Py_nb_inplace_multiply,
    #[cfg(Py_3)]
    Py_nb_inplace_or,
    #[cfg(Py_3)]
    Py_nb_inplace_power,
    #[cfg(Py_3)]
    Py_nb_inplace_remainder,
    #[cfg(Py_3)]
    Py_nb_inplace_rshift,
    #[cfg(Py_3)]
    Py_nb_inplace_subtract,
    #[cfg(Py_3)]
    Py_nb_inplace_true_divide,
    #[cfg(Py_3)]
    Py_nb_inplace_xor,
    #[cfg(Py_3)]
    Py_nb_int,
    #[cfg(Py_3)]
    Py_nb_invert,
    #[cfg(Py_3)]
    Py_nb_lshift,
    #[cfg(Py_3)]
    Py_nb_multiply,
    #[cfg(Py_3)]
    Py_nb_negative,
    #[cfg(Py_3)]
    Py_nb_or,
    #[cfg(Py_3)]
    Py_nb_positive,
    #[cfg(Py_3)]
    Py_nb_power,
    #[cfg(Py_3)]
    Py_nb_remainder,
    #[cfg(Py_3)]
    Py_nb_rshift,
    #[cfg(Py_3)]
    Py_nb_subtract,
    #[cfg(Py_3)]
    Py_nb_true_divide,
    #[cfg(Py_3)]
    Py_nb_xor,
    #[cfg(Py_3)]
    Py_sq_ass_item,
    #[cfg(Py_3)]
    Py_sq_concat,
    #[cfg(Py_3)]
    Py_sq_contains,
    #[cfg(Py_3)]
    Py_sq_inplace_concat,
    #[cfg(Py_3)]
    Py_sq_inplace_repeat,
    #[cfg(Py_3)]
    Py_sq_item,
    #[cfg(Py_3)]
    Py_sq_length,
    #[cfg(Py_3)]
    Py_sq_repeat,
    #[cfg(Py_3)]
    Py_tp_alloc,
    #[cfg(Py_3)]
    Py_tp_base,
    #[cfg(Py_3)]
    Py_tp_bases,
    #[cfg(Py_3)]
    Py_tp_call,
    #[cfg(Py_3)]
    Py_tp_clear,
    #[cfg(Py_3)]
    Py_tp_dealloc,
    #[cfg(Py_3)]
    Py_tp_del,
    #[cfg(Py_3)]
    Py_tp_descr_get,
    #[cfg(Py_3)]
    Py_tp_descr_set,
    #[cfg(Py_3)]
    Py_tp_doc,
    #[cfg(Py_3)]
    Py_tp_getattr,
    #[cfg(Py_3)]
    Py_tp_getattro,
    #[cfg(Py_3)]
    Py_tp_hash,
    #[cfg(Py_3)]
    Py_tp_init,
    #[cfg(Py_3)]
    Py_tp_is_gc,
    #[cfg(Py_3)]
    Py_tp_iter,
    #[cfg(Py_3)]
    Py_tp_iternext,
    #[cfg(Py_3)]
    Py_tp_methods,
    #[cfg(Py_3)]
    Py_tp_new,
    #[cfg(Py_3)]
    Py_tp_repr,
    #[cfg(Py_3)]
    Py_tp_richcompare,
    #[cfg(Py_3)]
    Py_tp_setattr,
    #[cfg(Py_3)]
    Py_tp_setattro,
    #[cfg(Py_3)]
    Py_tp_str,
    #[cfg(Py_3)]
    Py_tp_traverse,
    #[cfg(Py_3)]
    Py_tp_members,
    #[cfg(Py_3)]
    Py_tp_getset,
    #[cfg(Py_3)]
    Py_tp_free,
    #[cfg(Py_3)]
    Py_nb_matrix_multiply,
    #[cfg(Py_3)]
    Py_nb_inplace_matrix_multiply,
    #[cfg(Py_3)]
    Py_am_await,
    #[cfg(Py_3)]
    Py_am_aiter,
    #[cfg(Py_3)]
    Py_am_anext,
    #[cfg(Py_3)]
    Py_tp_finalize,
    #[cfg(Py_3_10)]
    Py_am_send,
    #[cfg(Py_3_14)]
    Py_tp_vectorcall,
    #[cfg(Py_3_14)]
    Py_tp_token,
    // methodobject.rs
    METH_VARARGS,
    METH_KEYWORDS,
    METH_NOARGS,
    METH_O,
    METH_CLASS,
    METH_STATIC,
    METH_COEXIST,
    #[cfg(any(all(Py_3_6, not(Py_LIMITED_API)), Py_3_10))]
    METH_FASTCALL,
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    METH_METHOD,
    // moduleobject.rs
    #[cfg(Py_3)]
    Py_mod_create,
    #[cfg(Py_3)]
    Py_mod_exec,
    #[cfg(Py_3_12)]
    Py_mod_multiple_interpreters,
    #[cfg(Py_3_13)]
    Py_mod_gil,
    #[cfg(Py_3_12)]
    Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED,
    #[cfg(Py_3_12)]
    Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED,
    #[cfg(Py_3_12)]
    Py_MOD_PER_INTERPRETER_GIL_SUPPORTED,
    #[cfg(Py_3_13)]
    Py_MOD_GIL_USED,
    #[cfg(Py_3_13)]
    Py_MOD_GIL_NOT_USED,
    // modsupport.rs
    PYTHON_API_VERSION,
    #[cfg(Py_3)]
    PYTHON_ABI_VERSION,
    // descrobject.rs
    #[cfg(Py_3_12)]
    Py_T_SHORT,
    #[cfg(Py_3_12)]
    Py_T_INT,
    #[cfg(Py_3_12)]
    Py_T_LONG,
    #[cfg(Py_3_12)]
    Py_T_FLOAT,
    #[cfg(Py_3_12)]
    Py_T_DOUBLE,
    #[cfg(Py_3_12)]
    Py_T_STRING,
    #[cfg(Py_3_12)]
    _Py_T_OBJECT,
    #[cfg(Py_3_12)]
    Py_T_CHAR,
    #[cfg(Py_3_12)]
    Py_T_BYTE,
    #[cfg(Py_3_12)]
    Py_T_UBYTE,
    #[cfg(Py_3_12)]
    Py_T_USHORT,
    #[cfg(Py_3_12)]
    Py_T_UINT,
    #[cfg(Py_3_12)]
    Py_T_ULONG,
    #[cfg(Py_3_12)]
    Py_T_STRING_INPLACE,
    #[cfg(Py_3_12)]
    Py_T_BOOL,
    #[cfg(Py_3_12)]
    Py_T_OBJECT_EX,
    #[cfg(Py_3_12)]
    Py_T_LONGLONG,
    #[cfg(Py_3_12)]
    Py_T_ULONGLONG,
    #[cfg(Py_3_12)]
    Py_T_PYSSIZET,
    #[cfg(Py_3_12)]
    _Py_T_NONE,
    #[cfg(Py_3_12)]
    Py_READONLY,
    #[cfg(Py_3_12)]
    Py_AUDIT_READ,
    #[cfg(Py_3_12)]
    Py_RELATIVE_OFFSET,
    #[cfg(not(Py_LIMITED_API))]
    PyWrapperFlag_KEYWORDS,
    // structmember.rs
    T_SHORT,
    T_INT,
    T_LONG,
    T_FLOAT,
    T_DOUBLE,
    T_STRING,
    T_OBJECT,
    T_CHAR,
    T_BYTE,
    T_UBYTE,
    T_USHORT,
    T_UINT,
    T_ULONG,
    T_STRING_INPLACE,
    T_BOOL,
    T_OBJECT_EX,
    T_LONGLONG,
    T_ULONGLONG,
    T_PYSSIZET,
    #[cfg(Py_3)]
    T_NONE,
    READONLY,
    READ_RESTRICTED,
    PY_WRITE_RESTRICTED,
    RESTRICTED,
    // longobject.rs
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_DEFAULTS,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_BIG_ENDIAN,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_LITTLE_ENDIAN,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_NATIVE_ENDIAN,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_UNSIGNED_BUFFER,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_14))]
    Py_ASNATIVEBYTES_REJECT_NEGATIVE,
    #[cfg(Py_3_14)]
    Py_ASNATIVEBYTES_ALLOW_INDEX,
    // cpython_unicodeobject.rs
    #[cfg(all(Py_3, not(Py_3_12), not(Py_LIMITED_API)))]
    PyUnicode_WCHAR_KIND,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyUnicode_1BYTE_KIND,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyUnicode_2BYTE_KIND,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyUnicode_4BYTE_KIND,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    SSTATE_NOT_INTERNED,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    SSTATE_INTERNED_MORTAL,
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    SSTATE_INTERNED_IMMORTAL,
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    SSTATE_INTERNED_IMMORTAL_STATIC,
}
