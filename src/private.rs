//! What the macros expand to. Not part of the public interface: anything here may change in any release.
//!
//! Only macros name these paths; nothing in this crate uses them otherwise.

pub use crate::call::{
    Arguments, Callable, Declaration, Declared, FunctionDef, Plain, Protocol, Receiver, Reply, Signature,
    Slot, argument, c_name, closure_function, collected_arguments, collected_keywords, doc_text, finish,
    identifier, plain_doc_text,
};
pub use crate::class::{
    ClassOptions, ClassReceiver, ClassStatic, Complete, Finalize, Frozen, Garbage, Init, Lent, MakeObject,
    Member, Memory, MethodReceiver, Mutable, MutableClass, ProtocolOf, PyClass, Returned, Store, Traverse,
    Unsendable, Visit, check_class, class_doc, class_receiver, clone_instance, create, discard, instance_of,
    instances_go_to_any_thread_unless_the_class_is_unsendable, new_instance, protocol, receive, row_of,
};
pub use crate::err::new_exception::{
    ExceptionClass, ImportedException, NewException, imported_exception_class, is_imported_exception,
    is_new_exception, new_exception_class,
};
pub use crate::err::{DefaultBase, PyErr, PyErrArguments, PyResult};
pub use crate::ffi::PyTypeObject;
pub use crate::module::{
    Export, Item, Module, ModuleDef, ModuleOptions, append_to_inittab, class_item, exception_item, init,
    module, plain_function,
};
pub use crate::python::{
    Bound, FromPyObject, Holder, IntoPyObject, NativeBase, PyAny, PyClassBase, PyStatic, PyTypeCheck,
    PyTypeInfo, Python, Specific, TypeHint,
};
pub use crate::types::interned::interned;
pub use crate::types::test_code::{run_test_code, set_variable};
pub use crate::types::{PyDict, PyString, PyType};

pub use paste::paste;
pub use std::ffi::CStr;
pub use std::fmt::Debug;
pub use std::mem::replace;
pub use std::option::Option::{self, None, Some};
pub use std::primitive::{bool, str, u8};
pub use std::result::Result::Ok;
pub use std::{compile_error, concat, file, line, module_path, stringify};

// `py_enum!`
pub use crate::class::enumeration::{
    AsIs, CloneFor, EnumKind, LookUp, PyEnum, PythonEnum, PythonEnumStatic, PythonMember, UnitEnum, Variant,
    enum_member, enum_members, existing_member, flag_bits, flag_object, is_kept_in, is_python_enum,
    lookup_signature, new_variant, no_member, not_listed, python_enum_class, python_enum_module,
    python_enum_object, python_enum_type, variant_class, variant_setup, wrong_variant,
};
pub use std::primitive::i128;
pub use std::result::Result::Err;

/// What `py_record!` and `py_union!` expand to.
pub mod record {
    pub use crate::conversion::record::{
        DICT, MAPPING, NAMESPACE, Next, optional, put, read, record_may_accept, required, write_attributes,
        write_dict, write_tuple,
    };
    pub use crate::conversion::record_hints::{Hints, hint_from, hint_into};
    pub use crate::conversion::record_table::{Form, Kind, Options, Record, Row};
    pub use crate::conversion::union::{
        Attempts, attempt, constant, constant_object, read_union, union_may_accept, variant_hint,
    };
    pub use crate::python::{FromPyObject, IntoPyObject, TypeHint};
    pub use crate::types::PyTuple;
}
