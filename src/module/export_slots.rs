//! The function that the interpreter looks for when it imports a module, where it is `PyModExport_name` (PEP 793): under `abi3t`, which
//! has no `PyModuleDef`.

use super::slots::{needed_gil, on_exec, slots, supported_interpreters};
use super::{Module, ModuleDef, ModuleOptions};
use crate::ffi;
use std::ffi::{CStr, c_int, c_void};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// What `PyModExport_name` returns.
pub type Export = *mut ffi::PySlot;

/// The interpreter's part of a definition.
#[repr(C)]
pub(super) struct Definition {
    slots: [ffi::PySlot; 8],
    /// The same for the interpreter's table of built-in modules, once that has asked for it.
    builtin: AtomicPtr<ffi::PyModuleDef>,
    /// That one's slots.
    builtin_slots: *mut ffi::PyModuleDef_Slot,
}

/// What the crate was compiled for.
static ABI: ffi::PyABIInfo = ffi::PyABIInfo_DEFAULT;

/// The interpreter's part of the definition `this`, which the interpreter keeps as the module's token.
pub(super) const fn define(
    this: &'static ModuleDef,
    name: &'static CStr,
    doc: &'static [u8],
    options: ModuleOptions,
) -> Definition {
    const fn of_static<T>(slot: c_int, value: *const T) -> ffi::PySlot {
        ffi::PySlot_PTR_STATIC(slot, value.cast_mut().cast())
    }
    let run: unsafe extern "C" fn(*mut ffi::PyObject) -> c_int = on_exec;
    Definition {
        slots: [
            of_static(ffi::Py_mod_abi, &raw const ABI),
            of_static(ffi::Py_mod_name, name.as_ptr()),
            of_static(ffi::Py_mod_doc, doc.as_ptr()),
            of_static(ffi::Py_mod_token, this),
            ffi::PySlot_PTR(ffi::Py_mod_exec, run as *mut c_void),
            ffi::PySlot_PTR(ffi::Py_mod_multiple_interpreters, supported_interpreters(options.interpreters)),
            ffi::PySlot_PTR(ffi::Py_mod_gil, needed_gil(options.gil_used)),
            ffi::PySlot_END,
        ],
        builtin: AtomicPtr::new(null_mut()),
        builtin_slots: slots(options),
    }
}

/// The body of `PyModExport_name`: hands the slots to the interpreter.
pub fn init(definition: &'static ModuleDef) -> Export {
    // SAFETY: nobody writes to the slots.
    unsafe { &raw mut (*definition.as_ptr()).slots }.cast()
}

/// The definition that a module object was made of.
///
/// # Safety
/// `module` is a module object that was made of a `ModuleDef`; the thread is attached.
pub(super) unsafe fn definition_of(module: *mut ffi::PyObject) -> &'static ModuleDef {
    // SAFETY: said by the caller. Of a built-in module the interpreter has a `PyModuleDef`, of any other one the token.
    unsafe {
        let builtin = ffi::PyModule_GetDef(module);
        if !builtin.is_null() {
            return &*ffi::module_def_data(builtin).cast();
        }
        let mut token = null_mut();
        let failed = ffi::PyModule_GetToken(module, &raw mut token);
        assert!(failed == 0 && !token.is_null(), "a module of this crate has a token");
        &*token.cast()
    }
}

/// What the interpreter's table of built-in modules calls, which takes no slots.
pub(super) fn builtin<M: Module>() -> unsafe extern "C" fn() -> *mut ffi::PyObject {
    init_builtin::<M>
}

/// # Safety
/// Called by the interpreter.
unsafe extern "C" fn init_builtin<M: Module>() -> *mut ffi::PyObject {
    let this = M::definition();
    // SAFETY: the interpreter calls attached; all that the definition points to is static.
    unsafe {
        let Definition { builtin, builtin_slots, .. } = &*this.as_ptr();
        let mut definition = builtin.load(Ordering::Acquire);
        if definition.is_null() {
            let doc = this.doc.as_ptr().cast();
            definition =
                ffi::new_module_def(this.name.as_ptr(), doc, *builtin_slots, (&raw const *this).cast());
            if definition.is_null() {
                return null_mut();
            }
            // Another thread may have been faster; what is lost then is some bytes.
            if let Err(first) =
                builtin.compare_exchange(null_mut(), definition, Ordering::AcqRel, Ordering::Acquire)
            {
                definition = first;
            }
        }
        ffi::PyModuleDef_Init(definition)
    }
}
