//! `PyType_FromSpec` and its neighbours: a heap type is allocated and its slots are filled, as 3.x does it.

use super::*;
use std::ffi::CStr;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicPtr, Ordering};

/// The type's flags.
#[inline]
pub unsafe fn PyType_GetFlags(type_: *mut PyTypeObject) -> c_ulong {
    // SAFETY: the caller's `type_` is a live type.
    unsafe { (*type_).tp_flags as c_ulong }
}

/// Where a heap type keeps each slot; null for what 2.7 does not have: `@`, asynchronous iteration, finalizers.
macro_rules! places {
    ( $( $slot:ident = $($path:ident).+; )* ) => {
        unsafe fn place(heap: *mut PyHeapTypeObject, slot: c_int) -> *mut *mut c_void {
            match slot {
                // SAFETY: the caller's `heap` is an allocated heap type.
                $( $slot => unsafe { (&raw mut (*heap).$($path).+).cast() }, )*
                _ => null_mut(),
            }
        }
    };
}

places! {
    Py_bf_getbuffer = as_buffer.bf_getbuffer;
    Py_bf_releasebuffer = as_buffer.bf_releasebuffer;
    Py_mp_ass_subscript = as_mapping.mp_ass_subscript;
    Py_mp_length = as_mapping.mp_length;
    Py_mp_subscript = as_mapping.mp_subscript;
    Py_nb_absolute = as_number.nb_absolute;
    Py_nb_add = as_number.nb_add;
    Py_nb_and = as_number.nb_and;
    Py_nb_bool = as_number.nb_bool;
    Py_nb_divmod = as_number.nb_divmod;
    Py_nb_float = as_number.nb_float;
    Py_nb_floor_divide = as_number.nb_floor_divide;
    Py_nb_index = as_number.nb_index;
    Py_nb_inplace_add = as_number.nb_inplace_add;
    Py_nb_inplace_and = as_number.nb_inplace_and;
    Py_nb_inplace_floor_divide = as_number.nb_inplace_floor_divide;
    Py_nb_inplace_lshift = as_number.nb_inplace_lshift;
    Py_nb_inplace_multiply = as_number.nb_inplace_multiply;
    Py_nb_inplace_or = as_number.nb_inplace_or;
    Py_nb_inplace_power = as_number.nb_inplace_power;
    Py_nb_inplace_remainder = as_number.nb_inplace_remainder;
    Py_nb_inplace_rshift = as_number.nb_inplace_rshift;
    Py_nb_inplace_subtract = as_number.nb_inplace_subtract;
    Py_nb_inplace_true_divide = as_number.nb_inplace_true_divide;
    Py_nb_inplace_xor = as_number.nb_inplace_xor;
    Py_nb_int = as_number.nb_int;
    Py_nb_invert = as_number.nb_invert;
    Py_nb_lshift = as_number.nb_lshift;
    Py_nb_multiply = as_number.nb_multiply;
    Py_nb_negative = as_number.nb_negative;
    Py_nb_or = as_number.nb_or;
    Py_nb_positive = as_number.nb_positive;
    Py_nb_power = as_number.nb_power;
    Py_nb_remainder = as_number.nb_remainder;
    Py_nb_rshift = as_number.nb_rshift;
    Py_nb_subtract = as_number.nb_subtract;
    Py_nb_true_divide = as_number.nb_true_divide;
    Py_nb_xor = as_number.nb_xor;
    Py_sq_ass_item = as_sequence.sq_ass_item;
    Py_sq_concat = as_sequence.sq_concat;
    Py_sq_contains = as_sequence.sq_contains;
    Py_sq_inplace_concat = as_sequence.sq_inplace_concat;
    Py_sq_inplace_repeat = as_sequence.sq_inplace_repeat;
    Py_sq_item = as_sequence.sq_item;
    Py_sq_length = as_sequence.sq_length;
    Py_sq_repeat = as_sequence.sq_repeat;
    Py_tp_alloc = ht_type.tp_alloc;
    Py_tp_base = ht_type.tp_base;
    Py_tp_bases = ht_type.tp_bases;
    Py_tp_call = ht_type.tp_call;
    Py_tp_clear = ht_type.tp_clear;
    Py_tp_dealloc = ht_type.tp_dealloc;
    Py_tp_del = ht_type.tp_del;
    Py_tp_descr_get = ht_type.tp_descr_get;
    Py_tp_descr_set = ht_type.tp_descr_set;
    Py_tp_doc = ht_type.tp_doc;
    Py_tp_getattr = ht_type.tp_getattr;
    Py_tp_getattro = ht_type.tp_getattro;
    Py_tp_hash = ht_type.tp_hash;
    Py_tp_init = ht_type.tp_init;
    Py_tp_is_gc = ht_type.tp_is_gc;
    Py_tp_iter = ht_type.tp_iter;
    Py_tp_iternext = ht_type.tp_iternext;
    Py_tp_methods = ht_type.tp_methods;
    Py_tp_new = ht_type.tp_new;
    Py_tp_repr = ht_type.tp_repr;
    Py_tp_richcompare = ht_type.tp_richcompare;
    Py_tp_setattr = ht_type.tp_setattr;
    Py_tp_setattro = ht_type.tp_setattro;
    Py_tp_str = ht_type.tp_str;
    Py_tp_traverse = ht_type.tp_traverse;
    Py_tp_members = ht_type.tp_members;
    Py_tp_getset = ht_type.tp_getset;
    Py_tp_free = ht_type.tp_free;
}

/// What a heap type has in a slot; a `SystemError` for other types and unknown slots.
pub unsafe fn PyType_GetSlot(type_: *mut PyTypeObject, slot: c_int) -> *mut c_void {
    // SAFETY: the caller's `type_` is a live type; the flag says that it is a heap type.
    unsafe {
        let place = if PyType_HasFeature(type_, Py_TPFLAGS_HEAPTYPE) != 0 {
            place(type_.cast(), slot)
        } else {
            null_mut()
        };
        if place.is_null() {
            _PyErr_BadInternalCall(c"PyType_GetSlot".as_ptr(), 0);
            return null_mut();
        }
        place.read()
    }
}

/// A heap type from its description.
pub unsafe fn PyType_FromSpec(spec: *mut PyType_Spec) -> *mut PyObject {
    // SAFETY: the caller's `spec` is valid and its tables are static.
    unsafe { PyType_FromSpecWithBases(spec, null_mut()) }
}

/// A heap type from its description and bases: a tuple, or null for what the slots say, else `object`.
///
/// As in 3.9 and later, the members `__weaklistoffset__` and `__dictoffset__` set the offsets. `/` is `nb_true_divide`
/// without `from __future__ import division` too, and `long(…)` is `nb_int`.
pub unsafe fn PyType_FromSpecWithBases(spec: *mut PyType_Spec, bases: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `spec` is valid and its tables are static. A type that is given up half-way is released like
    // any object: what it owns by then is null or a reference.
    unsafe {
        let bases = bases_of(spec, bases);
        if bases.is_null() {
            return null_mut();
        }
        let type_ = PyType_GenericAlloc(&raw mut PyType_Type, 0).cast::<PyHeapTypeObject>();
        if type_.is_null() {
            Py_DECREF(bases);
            return null_mut();
        }
        let heap = &mut *type_;
        heap.ht_type.tp_flags = (c_ulong::from((*spec).flags) | Py_TPFLAGS_HEAPTYPE) as c_long;
        heap.ht_type.tp_name = (*spec).name;
        heap.ht_type.tp_bases = bases;
        heap.ht_type.tp_base = Py_NewRef(PyTuple_GET_ITEM(bases, 0)).cast();
        heap.ht_type.tp_as_number = &raw mut heap.as_number;
        heap.ht_type.tp_as_sequence = &raw mut heap.as_sequence;
        heap.ht_type.tp_as_mapping = &raw mut heap.as_mapping;
        heap.ht_type.tp_as_buffer = &raw mut heap.as_buffer;
        heap.ht_type.tp_basicsize = (*spec).basicsize as Py_ssize_t;
        heap.ht_type.tp_itemsize = (*spec).itemsize as Py_ssize_t;
        heap.ht_name = PyBytes_FromString(super::modules::last_part((*spec).name));
        if heap.ht_name.is_null() || fill(type_, spec) != 0 || finish(type_, (*spec).name) != 0 {
            Py_DECREF(type_.cast());
            return null_mut();
        }
        type_.cast()
    }
}

/// The bases, a new reference to a tuple.
unsafe fn bases_of(spec: *mut PyType_Spec, bases: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `spec` is valid, `bases` null or a tuple of types.
    unsafe {
        if !bases.is_null() {
            return Py_NewRef(bases);
        }
        let mut base = (&raw mut PyBaseObject_Type).cast::<PyObject>();
        let mut row = (*spec).slots;
        while (*row).slot != 0 {
            match (*row).slot {
                Py_tp_bases => return Py_NewRef((*row).pfunc.cast()),
                Py_tp_base => base = (*row).pfunc.cast(),
                _ => {}
            }
            row = row.add(1);
        }
        let tuple = PyTuple_New(1);
        if !tuple.is_null() {
            PyTuple_SET_ITEM(tuple, 0, Py_NewRef(base));
        }
        tuple
    }
}

/// Fills the slots of a new type.
unsafe fn fill(type_: *mut PyHeapTypeObject, spec: *mut PyType_Spec) -> c_int {
    // SAFETY: the caller's `type_` is a new heap type, `spec` valid; each slot holds what its identifier says.
    unsafe {
        let mut row = (*spec).slots;
        while (*row).slot != 0 {
            let PyType_Slot { slot, pfunc } = *row;
            row = row.add(1);
            match slot {
                Py_tp_base | Py_tp_bases => continue,
                // No operator and no protocol of 2.7 would ever ask for these.
                Py_nb_matrix_multiply
                | Py_nb_inplace_matrix_multiply
                | Py_am_await
                | Py_am_aiter
                | Py_am_anext => {
                    continue;
                }
                Py_tp_doc => {
                    // The type frees it.
                    (*type_).ht_type.tp_doc = copy(pfunc.cast());
                    if (*type_).ht_type.tp_doc.is_null() && !pfunc.is_null() {
                        return -1;
                    }
                    continue;
                }
                Py_tp_members => set_offsets(type_, pfunc.cast()),
                _ => {}
            }
            let place = place(type_, slot);
            if place.is_null() {
                PyErr_SetString(PyExc_RuntimeError, c"invalid slot offset".as_ptr());
                return -1;
            }
            place.write(pfunc);
        }
        0
    }
}

/// What `PyType_Ready` and Python 2 want beyond the slots.
unsafe fn finish(type_: *mut PyHeapTypeObject, name: *const c_char) -> c_int {
    // SAFETY: the caller's `type_` is a new heap type whose slots are filled, `name` its full name.
    unsafe {
        let heap = &mut *type_;
        let number = &mut heap.as_number;
        number.nb_divide = number.nb_divide.or(number.nb_true_divide);
        number.nb_inplace_divide = number.nb_inplace_divide.or(number.nb_inplace_true_divide);
        number.nb_long = number.nb_long.or(number.nb_int);
        if number.nb_index.is_some() {
            number.nb_hex = number.nb_hex.or(Some(hex_of_index));
            number.nb_oct = number.nb_oct.or(Some(oct_of_index));
        }
        if heap.as_buffer.bf_getbuffer.is_some() {
            heap.ht_type.tp_flags |= Py_TPFLAGS_HAVE_NEWBUFFER as c_long;
        }
        if heap.ht_type.tp_dealloc.is_none() {
            heap.ht_type.tp_dealloc = default_dealloc();
            if heap.ht_type.tp_dealloc.is_none() {
                return -1;
            }
        }
        if heap.ht_type.tp_richcompare.is_some() && heap.ht_type.tp_hash.is_none() {
            // What 3.x does by itself: it makes `__hash__` the `None` by which abstract classes know.
            heap.ht_type.tp_hash = Some(PyObject_HashNotImplemented);
        }
        let own_new = heap.ht_type.tp_new.is_some();
        if PyType_Ready(&raw mut heap.ht_type) != 0 || (own_new && set_new(type_) != 0) {
            return -1;
        }
        let last = super::modules::last_part(name);
        if last == name {
            return 0;
        }
        let module = PyBytes_FromStringAndSize(name, last.offset_from(name) - 1);
        if module.is_null() {
            return -1;
        }
        let result = PyDict_SetItemString(heap.ht_type.tp_dict, c"__module__".as_ptr(), module);
        Py_DECREF(module);
        result
    }
}

/// Gives a type that has a `tp_new` a `__new__` that can be called. That of 2.7 takes every heap type for one that is written in
/// Python, and refuses.
unsafe fn set_new(type_: *mut PyHeapTypeObject) -> c_int {
    static NEW: PyMethodDef = PyMethodDef {
        ml_name: c"__new__".as_ptr(),
        // SAFETY: the flags say how it is called.
        ml_meth: Some(unsafe {
            std::mem::transmute::<
                unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject,
                unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject,
            >(new_of_type)
        }),
        ml_flags: METH_VARARGS | METH_KEYWORDS,
        ml_doc: c"T.__new__(S, ...) -> a new object with type S, a subtype of T".as_ptr(),
    };
    // SAFETY: the caller's `type_` is ready; the definition is static, and never written to.
    unsafe {
        let new = PyCFunction_NewEx((&raw const NEW).cast_mut(), type_.cast(), null_mut());
        if new.is_null() {
            return -1;
        }
        let result = PyDict_SetItemString((*type_).ht_type.tp_dict, c"__new__".as_ptr(), new);
        Py_DECREF(new);
        result
    }
}

/// `T.__new__(S, …)`, for a heap type `T`: the checks of 3.x, then its `tp_new`.
unsafe extern "C" fn new_of_type(
    type_: *mut PyObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: called by the interpreter with the type that `set_new` has bound, a tuple, and a dict or null.
    unsafe {
        let type_ = type_.cast::<PyTypeObject>();
        let name = (*type_).tp_name;
        let count = PyTuple_GET_SIZE(args);
        if count < 1 {
            PyErr_Format(PyExc_TypeError, c"%.400s.__new__(): not enough arguments".as_ptr(), name);
            return null_mut();
        }
        let class = PyTuple_GET_ITEM(args, 0);
        let class_name = (*Py_TYPE(class)).tp_name;
        if PyType_Check(class) == 0 {
            let text = c"%.200s.__new__(X): X is not a type object (%.200s)";
            PyErr_Format(PyExc_TypeError, text.as_ptr(), name, class_name);
            return null_mut();
        }
        let class = class.cast::<PyTypeObject>();
        let class_name = (*class).tp_name;
        if PyType_IsSubtype(class, type_) == 0 {
            let text = c"%.200s.__new__(%.200s): not a subtype";
            PyErr_Format(PyExc_TypeError, text.as_ptr(), name, class_name);
            return null_mut();
        }
        // The nearest class that is not written in Python has to be made by this function.
        let Some(of_python) = default_dealloc() else { return null_mut() };
        let mut base = class;
        while (*base).tp_dealloc.is_some_and(|dealloc| std::ptr::fn_addr_eq(dealloc, of_python)) {
            base = (*base).tp_base;
        }
        let address = |new: Option<newfunc>| new.map_or(null_mut(), |new| new as *mut ());
        if address((*base).tp_new) != address((*type_).tp_new) {
            let text = c"%.200s.__new__(%.200s) is not safe, use %.200s.__new__()";
            PyErr_Format(PyExc_TypeError, text.as_ptr(), name, class_name, (*base).tp_name);
            return null_mut();
        }
        let Some(new) = (*type_).tp_new else { return null_mut() };
        let rest = PyTuple_GetSlice(args, 1, count);
        if rest.is_null() {
            return null_mut();
        }
        let object = new(class, rest, kwargs);
        Py_DECREF(rest);
        object
    }
}

/// `hex(…)` of what `__index__` returns, as 3.x has it.
unsafe extern "C" fn hex_of_index(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `op` is alive.
    unsafe { of_index(op, |number| number.nb_hex) }
}

/// `oct(…)` of what `__index__` returns, as 3.x has it.
unsafe extern "C" fn oct_of_index(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `op` is alive.
    unsafe { of_index(op, |number| number.nb_oct) }
}

/// Calls what the type of `__index__`'s result has in a slot.
unsafe fn of_index(op: *mut PyObject, slot: fn(&PyNumberMethods) -> Option<unaryfunc>) -> *mut PyObject {
    // SAFETY: the caller's `op` is alive; the index is an `int` or a `long`, which have all slots of numbers.
    unsafe {
        let index = PyNumber_Index(op);
        if index.is_null() {
            return null_mut();
        }
        let text = match (*Py_TYPE(index)).tp_as_number.as_ref().and_then(slot) {
            Some(function) => function(index),
            None => null_mut(),
        };
        Py_DECREF(index);
        text
    }
}

/// A copy for the type to free; null with a `MemoryError`, or for null.
unsafe fn copy(text: *const c_char) -> *const c_char {
    if text.is_null() {
        return null();
    }
    // SAFETY: the caller's `text` is a C string; the copy has room for its end.
    unsafe {
        let size = platform::strlen(text) + 1;
        let copy = PyObject_Malloc(size).cast::<c_char>();
        if copy.is_null() {
            PyErr_NoMemory();
        } else {
            copy.copy_from_nonoverlapping(text, size);
        }
        copy
    }
}

/// Takes the offsets of the dict and the weak references from the members that say them.
unsafe fn set_offsets(type_: *mut PyHeapTypeObject, members: *const PyMemberDef) {
    // SAFETY: the caller's `members` is a table that ends with a null name.
    unsafe {
        let mut row = members;
        while !(*row).name.is_null() {
            let name = CStr::from_ptr((*row).name);
            if name == c"__weaklistoffset__" {
                (*type_).ht_type.tp_weaklistoffset = (*row).offset;
            } else if name == c"__dictoffset__" {
                (*type_).ht_type.tp_dictoffset = (*row).offset;
            }
            row = row.add(1);
        }
    }
}

/// What frees an instance of a class written in Python; the interpreter does not export it, hence it is taken from such a
/// class, once.
unsafe fn default_dealloc() -> Option<destructor> {
    static FOUND: AtomicPtr<()> = AtomicPtr::new(null_mut());
    let found = FOUND.load(Ordering::Relaxed);
    if !found.is_null() {
        // SAFETY: put there below.
        return Some(unsafe { std::mem::transmute::<*mut (), destructor>(found) });
    }
    // SAFETY: the arguments are as the format says; the class lives until its slot is read.
    unsafe {
        let object = &raw mut PyBaseObject_Type;
        let class = PyObject_CallFunction(
            (&raw mut PyType_Type).cast(),
            c"s(O){}".as_ptr(),
            c"_".as_ptr(),
            object.cast::<PyObject>(),
        );
        if class.is_null() {
            return None;
        }
        let dealloc = (*class.cast::<PyTypeObject>()).tp_dealloc;
        Py_DECREF(class);
        FOUND.store(dealloc.map_or(null_mut(), |dealloc| dealloc as *mut ()), Ordering::Relaxed);
        dealloc
    }
}
