//! `slots.h` and the second half of `slots_generated.h`: what modules (and types) are made of, from 3.15 on.
//!
//! The first half has the numbers that the slots of types have had before; they are in `typeslots.rs`.

use super::*;

/// One slot of a module or a type. An array of them ends with [`PySlot_END`].
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PySlot {
    pub sl_id: u16,
    pub sl_flags: u16,
    pub sl_reserved: u32,
    /// In C a union with numbers of up to 64 bits. What is one there may be a pointer too: [`PySlot_INTPTR`] says so.
    pub sl_ptr: *mut c_void,
    #[cfg(not(target_pointer_width = "64"))]
    pub _rest: u32,
}

// SAFETY: the interpreter only reads a slot; what it points to is static wherever the slot is.
unsafe impl Sync for PySlot {}

/// An interpreter that does not know the slot lets it pass.
pub const PySlot_OPTIONAL: u16 = 0x0001;
/// What the slot points to lives as long as the process.
pub const PySlot_STATIC: u16 = 0x0002;
/// The value is a pointer, also where a number is asked for.
pub const PySlot_INTPTR: u16 = 0x0004;

pub const Py_slot_end: c_int = 0;
pub const Py_slot_invalid: c_int = 0xffff;

/// A slot whose value is a pointer, or a number written as one.
pub const fn PySlot_PTR(name: c_int, value: *mut c_void) -> PySlot {
    PySlot {
        sl_id: name as u16,
        sl_flags: PySlot_INTPTR,
        sl_reserved: 0,
        sl_ptr: value,
        #[cfg(not(target_pointer_width = "64"))]
        _rest: 0,
    }
}

/// As [`PySlot_PTR`], to what lives as long as the process.
pub const fn PySlot_PTR_STATIC(name: c_int, value: *mut c_void) -> PySlot {
    PySlot { sl_flags: PySlot_INTPTR | PySlot_STATIC, ..PySlot_PTR(name, value) }
}

/// The end of an array.
pub const PySlot_END: PySlot = PySlot { sl_flags: 0, ..PySlot_PTR(Py_slot_end, std::ptr::null_mut()) };

pub const Py_slot_subslots: c_int = 92;
pub const Py_tp_slots: c_int = 93;
pub const Py_mod_slots: c_int = 94;
pub const Py_tp_name: c_int = 95;
pub const Py_tp_basicsize: c_int = 96;
pub const Py_tp_extra_basicsize: c_int = 97;
pub const Py_tp_itemsize: c_int = 98;
pub const Py_tp_flags: c_int = 99;
pub const Py_mod_name: c_int = 100;
pub const Py_mod_doc: c_int = 101;
pub const Py_mod_state_size: c_int = 102;
pub const Py_mod_methods: c_int = 103;
pub const Py_mod_state_traverse: c_int = 104;
pub const Py_mod_state_clear: c_int = 105;
pub const Py_mod_state_free: c_int = 106;
pub const Py_tp_metaclass: c_int = 107;
pub const Py_tp_module: c_int = 108;
pub const Py_mod_abi: c_int = 109;
pub const Py_mod_token: c_int = 110;
