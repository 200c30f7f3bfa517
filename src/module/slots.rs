//! What a module's definition asks of the interpreter: its slots.

use super::definition::Interpreters;
use super::export::definition_of;
use super::{ModuleOptions, exec};
use crate::ffi;
use crate::python::{Bound, Python};
use crate::types::PyModule;
#[allow(unused_imports)] // for some versions only
use std::ffi::{c_int, c_void};

/// `Py_mod_exec`.
pub(super) unsafe extern "C" fn on_exec(module: *mut ffi::PyObject) -> c_int {
    // SAFETY: the interpreter calls attached, with a module object that was made of a `ModuleDef`.
    let done = unsafe {
        crate::call::enter(|py| {
            let definition = definition_of(module);
            let module = Bound::from_borrowed_ptr(py, module);
            exec(py, module.downcast::<PyModule>()?, definition)?;
            Ok(module)
        })
    };
    if done.is_null() {
        return -1;
    }
    // SAFETY: attached; a new reference.
    drop(unsafe { Bound::from_owned_ptr(Python::assume_attached(), done) });
    0
}

/// The slots, the same for all modules with the same options.
pub(super) const fn slots(options: ModuleOptions) -> *mut ffi::PyModuleDef_Slot {
    let slots: &'static Slots = match (options.interpreters, options.gil_used) {
        (Interpreters::Main, false) => const { &Slots::new(Interpreters::Main, false) },
        (Interpreters::Main, true) => const { &Slots::new(Interpreters::Main, true) },
        (Interpreters::SharingGil, false) => const { &Slots::new(Interpreters::SharingGil, false) },
        (Interpreters::SharingGil, true) => const { &Slots::new(Interpreters::SharingGil, true) },
        (Interpreters::OwnGil, false) => const { &Slots::new(Interpreters::OwnGil, false) },
        (Interpreters::OwnGil, true) => const { &Slots::new(Interpreters::OwnGil, true) },
    };
    (&raw const slots.0).cast_mut().cast()
}

/// Slots are only read.
struct Slots([ffi::PyModuleDef_Slot; 4]);

// SAFETY: nobody writes to them; they point to functions and small integers.
unsafe impl Sync for Slots {}

impl Slots {
    const fn new(interpreters: Interpreters, gil_used: bool) -> Slots {
        const fn slot(slot: c_int, value: *mut c_void) -> ffi::PyModuleDef_Slot {
            ffi::PyModuleDef_Slot { slot, value }
        }
        const END: ffi::PyModuleDef_Slot = slot(0, std::ptr::null_mut());

        let run: unsafe extern "C" fn(*mut ffi::PyObject) -> c_int = on_exec;
        #[allow(unused_mut)] // where the version knows no other slot: it would refuse one
        let mut slots = [slot(ffi::Py_mod_exec, run as *mut c_void), END, END, END];
        #[cfg(Py_3_12)]
        {
            slots[1] = slot(ffi::Py_mod_multiple_interpreters, supported_interpreters(interpreters));
        }
        #[cfg(Py_3_13)]
        {
            slots[2] = slot(ffi::Py_mod_gil, needed_gil(gil_used));
        }
        let _ = (interpreters, gil_used);
        Slots(slots)
    }
}

/// The value of `Py_mod_multiple_interpreters`.
#[cfg(Py_3_12)]
pub(super) const fn supported_interpreters(interpreters: Interpreters) -> *mut c_void {
    match interpreters {
        Interpreters::Main => ffi::Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED,
        Interpreters::SharingGil => ffi::Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED,
        Interpreters::OwnGil => ffi::Py_MOD_PER_INTERPRETER_GIL_SUPPORTED,
    }
}

/// The value of `Py_mod_gil`.
#[cfg(Py_3_13)]
pub(super) const fn needed_gil(gil_used: bool) -> *mut c_void {
    if gil_used { ffi::Py_MOD_GIL_USED } else { ffi::Py_MOD_GIL_NOT_USED }
}
