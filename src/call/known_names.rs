//! Which parameters the keywords of a call are, remembered.
//!
//! A call that is written with keywords passes the same tuple of names each time it runs: a constant of the caller's code.
//! So it is enough to compare the names once; afterwards one pointer says what they are. A table of fixed size serves all
//! functions. It owns its tuples, so that an address never comes to mean another one, and each entry lasts until
//! another call needs its place.

use super::Signature;
use super::signature::{Room, SLOTS};
use crate::ffi;
use crate::python::{Bound, Python, in_first_interpreter};
use crate::types::PyTuple;
use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering::Relaxed};

/// What is remembered is that of the first interpreter. Without the GIL the parts of an entry could belong to different calls.
const ENABLED: bool = cfg!(not(Py_GIL_DISABLED));
const ENTRIES: usize = 256;
/// How many keywords an entry has room for.
const MOST: usize = 8;

struct Entry {
    /// An owned reference.
    names: AtomicPtr<ffi::PyObject>,
    signature: AtomicPtr<Signature>,
    /// The slot of each keyword, in a byte.
    slots: AtomicU64,
    /// The same slots as a set.
    taken: AtomicU64,
}

static TABLE: [Entry; ENTRIES] = [const {
    Entry {
        names: AtomicPtr::new(null_mut()),
        signature: AtomicPtr::new(null_mut()),
        slots: AtomicU64::new(0),
        taken: AtomicU64::new(0),
    }
}; ENTRIES];

#[inline(always)]
fn entry(names: *mut ffi::PyObject, signature: &'static Signature) -> &'static Entry {
    let address = names.addr() ^ std::ptr::from_ref(signature).addr();
    &TABLE[((address >> 4) ^ (address >> 12)) % ENTRIES]
}

/// Binds the arguments of a call whose names are remembered: puts each parameter's into `room`, null where there is none. `false`
/// leaves it to the general way, which also finds what is wrong with the call.
///
/// # Safety
/// Attached; `count` objects are at `arguments`, and after them as many as `names`, a tuple, has.
#[inline]
pub(super) unsafe fn bind_known(
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: *mut ffi::PyObject,
    room: &mut MaybeUninit<Room>,
) -> bool {
    let entry = entry(names, signature);
    let known = entry.names.load(Relaxed) == names && entry.signature.load(Relaxed).cast_const() == signature;
    // SAFETY: said by the caller.
    let py = unsafe { Python::assume_attached() };
    if !known || !ENABLED || count > signature.positional || !in_first_interpreter(py) {
        return false;
    }
    let given = (1 << count) - 1;
    let taken = entry.taken.load(Relaxed);
    if given & taken != 0 || signature.required_slots & !(given | taken) != 0 {
        return false;
    }
    let mut slots = entry.slots.load(Relaxed);
    // SAFETY: said by the caller. What is remembered has as many slots as there is room for at most, the keywords' among them.
    unsafe {
        let room = room.as_mut_ptr().cast::<*mut ffi::PyObject>();
        for slot in count..signature.slots {
            room.add(slot).write(null_mut());
        }
        for index in 0..count {
            room.add(index).write(*arguments.add(index));
        }
        for index in count..count + ffi::PyTuple_GET_SIZE(names) as usize {
            room.add(slots as usize % 0x100).write(*arguments.add(index));
            slots >>= 8;
        }
    }
    true
}

/// The slots in which the values of a call's keywords have been put, in the order of the names.
#[derive(Default)]
pub(super) struct Found {
    slots: u64,
    taken: u64,
    count: usize,
}

impl Found {
    pub(super) fn push(&mut self, slot: usize) {
        if self.count < MOST && slot < SLOTS {
            self.slots |= (slot as u64) << (8 * self.count);
            self.taken |= 1 << slot;
        }
        self.count += 1;
    }
}

/// Remembers what these names are, if each of them has a slot.
pub(super) fn remember(names: &Bound<'_, PyTuple>, signature: &'static Signature, found: &Found) {
    let whole = found.count == names.len() && found.count <= MOST && signature.slots <= SLOTS;
    if !ENABLED || !whole || !in_first_interpreter(names.py()) {
        return;
    }
    let entry = entry(names.as_ptr(), signature);
    entry.signature.store(std::ptr::from_ref(signature).cast_mut(), Relaxed);
    entry.slots.store(found.slots, Relaxed);
    entry.taken.store(found.taken, Relaxed);
    let before = entry.names.swap(names.clone().into_ptr(), Relaxed);
    // SAFETY: the reference that the entry owned.
    drop(unsafe { Bound::from_owned_ptr_or_opt(names.py(), before) });
}
