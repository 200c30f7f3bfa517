//! What `abi3t` needs to know of objects that it keeps opaque: how large their header is, which the interpreter says when it runs.

use super::*;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicIsize, Ordering};

/// How large the header of every object is: what `object` has; -1 with an exception if memory is short.
///
/// # Safety
/// The thread is attached.
pub(super) unsafe fn object_size() -> Py_ssize_t {
    static SIZE: AtomicIsize = AtomicIsize::new(0);
    match SIZE.load(Ordering::Relaxed) {
        0 => {
            // SAFETY: a static type; the caller's promise.
            let size = unsafe { type_basicsize(&raw mut PyBaseObject_Type) };
            if size > 0 {
                SIZE.store(size, Ordering::Relaxed);
            }
            size
        }
        size => size,
    }
}

/// What a [`PyModuleDef`] has after the header, as in `abi3`, and what one of ours has after that.
#[repr(C)]
struct Fields {
    m_init: Option<unsafe extern "C" fn() -> *mut PyObject>,
    m_index: Py_ssize_t,
    m_copy: *mut PyObject,
    m_name: *const c_char,
    m_doc: *const c_char,
    m_size: Py_ssize_t,
    m_methods: *mut PyMethodDef,
    m_slots: *mut PyModuleDef_Slot,
    m_traverse: Option<traverseproc>,
    m_clear: Option<inquiry>,
    m_free: Option<freefunc>,
    data: *const c_void,
}

/// Makes the definition of a module that has no state, of which [`module_def_data`] gives `data`; null with an exception if that cannot be
/// done. It is never freed, as a static one is not.
///
/// The interpreter's table of built-in modules takes nothing else, and headers do not tell how a definition begins: so it begins as that
/// of `sys`.
///
/// # Safety
/// The thread is attached; all that is pointed to is static.
pub unsafe fn new_module_def(
    name: *const c_char,
    doc: *const c_char,
    slots: *mut PyModuleDef_Slot,
    data: *const c_void,
) -> *mut PyModuleDef {
    // SAFETY: the caller's promise. A definition is at least as large as the header, and the new one has room for both parts, of which
    // the second is aligned since the header ends with a pointer.
    unsafe {
        let size = object_size();
        let sys = if size > 0 { PyImport_ImportModule(c"sys".as_ptr()) } else { null_mut() };
        if sys.is_null() {
            return null_mut();
        }
        let model = PyModule_GetDef(sys);
        Py_DECREF(sys);
        if model.is_null() || size as usize % align_of::<Fields>() != 0 {
            PyErr_SetString(
                PyExc_ImportError,
                c"this Python is too new for built-in modules of a program that was compiled for abi3t"
                    .as_ptr(),
            );
            return null_mut();
        }
        let definition = PyMem_RawCalloc(1, size as usize + size_of::<Fields>()).cast::<u8>();
        if definition.is_null() {
            PyErr_NoMemory();
            return null_mut();
        }
        definition.copy_from_nonoverlapping(model.cast(), size as usize);
        definition.add(size as usize).cast::<Fields>().write(Fields {
            m_init: None,
            m_index: 0,
            m_copy: null_mut(),
            m_name: name,
            m_doc: doc,
            m_size: 0,
            m_methods: null_mut(),
            m_slots: slots,
            m_traverse: None,
            m_clear: None,
            m_free: None,
            data,
        });
        definition.cast()
    }
}

/// What a definition was made with.
///
/// # Safety
/// `definition` is one of [`new_module_def`]; the thread is attached.
pub unsafe fn module_def_data(definition: *mut PyModuleDef) -> *const c_void {
    // SAFETY: the caller's promise; the size was found when it was made.
    unsafe { (*definition.cast::<u8>().offset(object_size()).cast::<Fields>()).data }
}

/// Calls what finalises an object whose count is 0, which is one for the time of the call; -1 if somebody refers to it afterwards.
///
/// # Safety
/// `op` is whole, and it is being destroyed; `finalize` is its finaliser.
pub(super) unsafe fn finalize_resurrected(
    op: *mut PyObject,
    finalize: unsafe extern "C-unwind" fn(*mut PyObject),
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        _Py_SetRefcnt(op, 1);
        finalize(op);
        let others = Py_REFCNT(op) - 1;
        _Py_SetRefcnt(op, others);
        if others == 0 { 0 } else { -1 }
    }
}
