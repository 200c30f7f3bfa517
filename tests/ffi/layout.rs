//! Size, offsets and field sizes of the structs.

use crate::{source, support};
use pyrules::ffi;

/// Structs that Rust only points to.
const OPAQUE: &[&str] = &[
    #[cfg(any(Py_LIMITED_API, PyPy))]
    "PyLongObject",
    #[cfg(Py_TARGET_ABI3T)]
    "PyObject",
    #[cfg(Py_TARGET_ABI3T)]
    "PyVarObject",
    #[cfg(Py_TARGET_ABI3T)]
    "PyModuleDef",
    "FILE",
    "PyDictObject",
    "PyInitConfig",
    "_PyInterpreterFrame",
    "PyThreadState",
    "PyInterpreterState",
];

/// A struct as Rust lays it out.
pub(crate) struct Layout {
    rust: &'static str,
    c: &'static str,
    size: usize,
    /// C name, offset and size.
    fields: Vec<(&'static str, usize, usize)>,
}

/// The size of what a field accessor points to.
fn pointee<T, F>(_: fn(*const T) -> *const F) -> usize {
    size_of::<F>()
}

/// `Name { field, field as "c name" }`, or `Name as "c name" { … }`, each with `#[cfg]`s.
macro_rules! layout {
    ( $( $(#[$attr:meta])* $Name:ident $(as $c:literal)? {
        $( $(#[$field_attr:meta])* $field:ident $(as $c_field:literal)? ),* $(,)?
    } )* ) => {
        pub(super) fn structs() -> Vec<Layout> {
            #[allow(unused_mut)]
            let mut structs = Vec::new();
            $(
                $(#[$attr])*
                structs.push({
                    #[allow(unused_mut)]
                    let mut fields = Vec::new();
                    $(
                        $(#[$field_attr])*
                        fields.push((
                            *[$($c_field,)? stringify!($field)].first().expect("a name"),
                            std::mem::offset_of!(ffi::$Name, $field),
                            pointee(|this: *const ffi::$Name| {
                                // SAFETY: never called; only its type is used.
                                unsafe { &raw const (*this).$field }
                            }),
                        ));
                    )*
                    Layout {
                        rust: stringify!($Name),
                        c: [$($c,)? stringify!($Name)].first().expect("a name"),
                        size: size_of::<ffi::$Name>(),
                        fields,
                    }
                });
            )*
            structs
        }
        pub(super) const NAMES: &[&str] = &[ $( stringify!($Name) ),* ];
    };
}

/// The second half of the table.
mod runtime;

#[test]
fn every_struct_is_laid_out_as_in_c() {
    let (mut program, mut expected) = (String::new(), Vec::new());
    for Layout { c, size, fields, .. } in structs().into_iter().chain(runtime::structs()) {
        program += &format!("    printf(\"{c}: %zu bytes\\n\", sizeof({c}));\n");
        expected.push(format!("{c}: {size} bytes"));
        for (field, offset, size) in fields {
            program += &format!(
                "    printf(\"{c}.{field}: %zu bytes at %zu\\n\", sizeof((({c} *)0)->{field}), offsetof({c}, {field}));\n"
            );
            expected.push(format!("{c}.{field}: {size} bytes at {offset}"));
        }
    }
    let actual = support::output_of("layout", &program);
    let different: Vec<String> = actual
        .iter()
        .zip(&expected)
        .filter(|(c, rust)| c != rust)
        .map(|(c, rust)| format!("C: {c}; Rust: {rust}"))
        .collect();
    assert!(different.is_empty(), "\n{}", different.join("\n"));
    assert_eq!(actual.len(), expected.len());
    assert!(structs().iter().any(|layout| layout.rust == "PyMethodDef"));
}

/// A struct that is in no table would not be checked.
#[test]
fn every_struct_is_in_the_table() {
    let mut missing = Vec::new();
    for (file, text) in source::files() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(name) = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub union "))
            else {
                continue;
            };
            let name = name.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().expect("a name");
            let repr_c = lines[..at]
                .iter()
                .rev()
                .take_while(|line| line.starts_with("#["))
                .any(|line| *line == "#[repr(C)]");
            if repr_c && ![NAMES, runtime::NAMES].concat().contains(&name) && !OPAQUE.contains(&name) {
                missing.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "in neither `layout!` nor OPAQUE: {missing:#?}");
}

layout! {
    #[cfg(not(any(Py_LIMITED_API, PyPy)))]
    PyLongObject {
        #[cfg(Py_3)] ob_base,
        #[cfg(not(Py_3_12))] ob_digit,
        #[cfg(Py_3_12)] long_value,
    }
    #[cfg(all(Py_3_12, not(any(Py_LIMITED_API, PyPy))))]
    _PyLongValue { lv_tag, ob_digit }
    #[cfg(not(any(Py_GIL_DISABLED, Py_TARGET_ABI3T)))]
    PyObject {
        #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))] _ob_next,
        #[cfg(all(Py_TRACE_REFS, not(Py_3_13)))] _ob_prev,
        #[cfg(not(all(Py_3_14, target_pointer_width = "64")))] ob_refcnt,
        #[cfg(all(Py_3_14, target_pointer_width = "64"))] ob_refcnt_full,
        ob_type,
    }
    #[cfg(all(Py_GIL_DISABLED, not(Py_TARGET_ABI3T)))]
    PyObject {
        ob_tid,
        #[cfg(not(Py_3_14))] _padding,
        #[cfg(Py_3_14)] ob_flags,
        ob_mutex, ob_gc_bits, ob_ref_local, ob_ref_shared, ob_type,
    }
    #[cfg(not(Py_TARGET_ABI3T))]
    PyVarObject {
        ob_size,
    }
    #[cfg(Py_3)]
    PyType_Slot {
        slot, pfunc,
    }
    #[cfg(Py_3)]
    PyType_Spec {
        name, basicsize, itemsize, flags, slots,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyNumberMethods {
        nb_add, nb_subtract, nb_multiply,
        #[cfg(Py_2)] nb_divide,
        nb_remainder, nb_divmod, nb_power, nb_negative, nb_positive, nb_absolute,
        #[cfg(Py_2)] nb_bool as "nb_nonzero",
        #[cfg(Py_3)] nb_bool,
        nb_invert,
        nb_lshift, nb_rshift, nb_and, nb_xor, nb_or,
        #[cfg(Py_2)] nb_coerce,
        nb_int,
        #[cfg(Py_2)] nb_long,
        #[cfg(Py_3)] nb_reserved,
        nb_float,
        #[cfg(Py_2)] nb_oct,
        #[cfg(Py_2)] nb_hex,
        nb_inplace_add, nb_inplace_subtract, nb_inplace_multiply,
        #[cfg(Py_2)] nb_inplace_divide,
        nb_inplace_remainder, nb_inplace_power, nb_inplace_lshift, nb_inplace_rshift, nb_inplace_and,
        nb_inplace_xor, nb_inplace_or, nb_floor_divide, nb_true_divide, nb_inplace_floor_divide,
        nb_inplace_true_divide, nb_index,
        #[cfg(Py_3)] nb_matrix_multiply,
        #[cfg(Py_3)] nb_inplace_matrix_multiply,
    }
    #[cfg(not(Py_LIMITED_API))]
    PySequenceMethods {
        sq_length, sq_concat, sq_repeat, sq_item,
        #[cfg(Py_2)] sq_slice,
        #[cfg(Py_3)] was_sq_slice,
        sq_ass_item,
        #[cfg(Py_2)] sq_ass_slice,
        #[cfg(Py_3)] was_sq_ass_slice,
        sq_contains, sq_inplace_concat, sq_inplace_repeat,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyMappingMethods {
        mp_length, mp_subscript, mp_ass_subscript,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyAsyncMethods {
        am_await, am_aiter, am_anext,
        #[cfg(Py_3_10)] am_send,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyBufferProcs {
        #[cfg(Py_2)] bf_getreadbuffer,
        #[cfg(Py_2)] bf_getwritebuffer,
        #[cfg(Py_2)] bf_getsegcount,
        #[cfg(Py_2)] bf_getcharbuffer,
        bf_getbuffer, bf_releasebuffer,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyTypeObject {
        tp_name, tp_basicsize, tp_itemsize, tp_dealloc,
        #[cfg(not(Py_3_8))] tp_print,
        #[cfg(Py_3_8)] tp_vectorcall_offset,
        tp_getattr, tp_setattr,
        #[cfg(Py_2)] tp_compare,
        #[cfg(Py_3)] tp_as_async,
        tp_repr, tp_as_number, tp_as_sequence, tp_as_mapping, tp_hash, tp_call, tp_str, tp_getattro,
        tp_setattro, tp_as_buffer,
        #[cfg(Py_2)] tp_flags,
        #[cfg(Py_3)] tp_flags,
        tp_doc, tp_traverse, tp_clear, tp_richcompare, tp_weaklistoffset, tp_iter, tp_iternext,
        tp_methods, tp_members, tp_getset, tp_base, tp_dict, tp_descr_get, tp_descr_set, tp_dictoffset,
        tp_init, tp_alloc, tp_new, tp_free, tp_is_gc, tp_bases, tp_mro, tp_cache,
        #[cfg(not(Py_3_12))] tp_subclasses,
        #[cfg(Py_3_12)] tp_subclasses,
        tp_weaklist, tp_del, tp_version_tag,
        #[cfg(Py_3)] tp_finalize,
        #[cfg(Py_3_8)] tp_vectorcall,
        #[cfg(all(Py_3_8, not(Py_3_9)))] tp_print,
        #[cfg(Py_3_12)] tp_watched,
        #[cfg(Py_3_13)] tp_versions_used,
        #[cfg(Py_3_15)] _tp_iteritem,
    }
    #[cfg(all(Py_3_11, not(Py_LIMITED_API)))]
    _specialization_cache as "struct _specialization_cache" {
        getitem,
        #[cfg(Py_3_12)] getitem_version,
        #[cfg(Py_3_13)] init,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyHeapTypeObject {
        ht_type,
        #[cfg(Py_3)] as_async,
        as_number, as_mapping, as_sequence, as_buffer, ht_name, ht_slots,
        #[cfg(Py_3)] ht_qualname,
        #[cfg(Py_3)] ht_cached_keys,
        #[cfg(Py_3_9)] ht_module,
        #[cfg(Py_3_11)] _ht_tpname,
        #[cfg(Py_3_14)] ht_token,
        #[cfg(Py_3_11)] _spec_cache,
        #[cfg(all(Py_3_14, Py_GIL_DISABLED))] unique_id,
    }
    PyMethodDef {
        ml_name, ml_meth, ml_flags, ml_doc,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyCFunctionObject {
        m_ml, m_self, m_module,
        #[cfg(Py_3)] m_weakreflist,
        #[cfg(Py_3_8)] vectorcall,
    }
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    PyCMethodObject {
        func, mm_class,
    }
    #[cfg(all(Py_3, not(Py_TARGET_ABI3T)))]
    PyModuleDef_Base {
        m_init, m_index, m_copy,
    }
    #[cfg(Py_3)]
    PyModuleDef_Slot {
        slot, value,
    }
    #[cfg(all(Py_3, not(Py_TARGET_ABI3T)))]
    PyModuleDef {
        m_base, m_name, m_doc, m_size, m_methods, m_slots, m_traverse, m_clear, m_free,
    }
    #[cfg(Py_3_15)]
    PyABIInfo {
        abiinfo_major_version, abiinfo_minor_version, flags, build_version, abi_version,
    }
    #[cfg(Py_3_15)]
    PySlot {
        sl_id, sl_flags, sl_reserved, sl_ptr,
    }
    PyGetSetDef {
        name, get, set, doc, closure,
    }
    PyMemberDef {
        name, type_code as "type", offset, flags, doc,
    }
    #[cfg(not(Py_LIMITED_API))]
    wrapperbase as "struct wrapperbase" {
        name, offset, function, wrapper, doc, flags, name_strobj,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDescrObject {
        d_type, d_name,
        #[cfg(Py_3)] d_qualname,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyMethodDescrObject {

        #[cfg(Py_3)] d_common,
        d_method,
        #[cfg(Py_3_8)] vectorcall,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyMemberDescrObject {

        #[cfg(Py_3)] d_common,
        d_member,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyGetSetDescrObject {

        #[cfg(Py_3)] d_common,
        d_getset,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyWrapperDescrObject {

        #[cfg(Py_3)] d_common,
        d_base, d_wrapped,
    }
    #[cfg(Py_2)]
    PyIntObject {
        ob_ival,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyFloatObject {
        ob_fval,
    }
    #[cfg(not(Py_LIMITED_API))]
    Py_complex {
        real, imag,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyComplexObject {
        cval,
    }
    #[cfg(Py_2)]
    PyUnicodeObject {
        length, str, hash, defenc,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyASCIIObject {
        length, hash, state,
        #[cfg(not(Py_3_12))] wstr,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyCompactUnicodeObject {
        _base, utf8_length, utf8,
        #[cfg(not(Py_3_12))] wstr_length,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyUnicodeObject {
        _base, data,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyBytesObject {
        ob_shash,
        #[cfg(Py_2)] ob_sstate,
        ob_sval,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyByteArrayObject {
        #[cfg(Py_2)] ob_exports,
        ob_alloc, ob_bytes,
        #[cfg(Py_3)] ob_start,
        #[cfg(all(Py_3, not(Py_3_9)))] ob_exports,
        #[cfg(Py_3_9)] ob_exports,
        #[cfg(Py_3_15)] ob_bytes_object,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyTupleObject {
        #[cfg(Py_3_14)] ob_hash,
        ob_item,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyListObject {
        ob_item, allocated,
    }
    #[cfg(not(Py_LIMITED_API))]
    PySliceObject {
        start, stop, step,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyBaseExceptionObject {
        dict, args,
        #[cfg(Py_2)] message,
        #[cfg(Py_3_11)] notes,
        #[cfg(Py_3)] traceback,
        #[cfg(Py_3)] context,
        #[cfg(Py_3)] cause,
        #[cfg(Py_3)] suppress_context,
    }
    #[cfg(Py_3_11)]
    #[cfg(not(Py_LIMITED_API))]
    PyBaseExceptionGroupObject {
        msg, excs,
        #[cfg(Py_3_15)] excs_str,
    }
    #[cfg(not(Py_LIMITED_API))]
    PySyntaxErrorObject {
        msg, filename, lineno, offset,
        #[cfg(Py_3_10)] end_lineno,
        #[cfg(Py_3_10)] end_offset,
        text, print_file_and_line,
        #[cfg(Py_3_14)] metadata,
    }
    #[cfg(Py_3)]
    #[cfg(not(Py_LIMITED_API))]
    PyImportErrorObject {
        msg, name, path,
        #[cfg(Py_3_12)] name_from,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyUnicodeErrorObject {
        encoding, object, start, end, reason,
    }
    #[cfg(not(Py_LIMITED_API))]
    PySystemExitObject {
        code,
    }
    #[cfg(Py_2)]
    #[cfg(not(Py_LIMITED_API))]
    PyEnvironmentErrorObject {
        myerrno, strerror, filename,
    }
    #[cfg(Py_3)]
    #[cfg(not(Py_LIMITED_API))]
    PyOSErrorObject {
        myerrno, strerror, filename, filename2,
        #[cfg(windows)] winerror,
        written,
    }
    #[cfg(Py_3)]
    #[cfg(not(Py_LIMITED_API))]
    PyStopIterationObject {
        value,
    }
    #[cfg(Py_3_10)]
    #[cfg(not(Py_LIMITED_API))]
    PyNameErrorObject {
        name,
    }
    #[cfg(Py_3_10)]
    #[cfg(not(Py_LIMITED_API))]
    PyAttributeErrorObject {
        obj, name,
    }
    #[cfg(not(Py_LIMITED_API))]
    _inittab as "struct _inittab" {
        name,
        #[cfg(Py_2)] initfunc,
        #[cfg(Py_3)] initfunc,
    }
    #[cfg(not(Py_LIMITED_API))]
    _frozen as "struct _frozen" {
        name, code, size,
        #[cfg(Py_3_11)] is_package,
        #[cfg(all(Py_3_11, not(Py_3_13)))] get_code,
    }
}
