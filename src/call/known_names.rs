//! Which parameters the keywords of a call are, remembered.
//!
//! A call that is written with keywords passes the same tuple of names each time it runs: a constant of the caller's code.
//! So it is enough to compare the names once; afterwards one pointer says where each argument belongs. A table of fixed size serves all
//! functions. It owns its tuples, so that an address never comes to mean another one, and each entry lasts until
//! another call needs its place.

use super::Signature;
use super::signature::Room;
use crate::ffi;
use crate::python::{Bound, Python, in_first_interpreter};
use crate::types::PyTuple;
use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// What is remembered is that of the first interpreter. Without the GIL the parts of an entry could belong to different calls.
const ENABLED: bool = cfg!(not(Py_GIL_DISABLED));
const ENTRIES: usize = 256;
/// Functions with more parameters are left to the general way.
const MOST: usize = 8;
/// The source of a parameter that is not given.
const ABSENT: u64 = 0xff;

struct Entry {
    /// An owned reference.
    names: AtomicPtr<ffi::PyObject>,
    signature: AtomicPtr<Signature>,
    /// How many arguments are given by position.
    count: AtomicUsize,
    sources: AtomicU64,
}

static TABLE: [Entry; ENTRIES] = [const {
    Entry {
        names: AtomicPtr::new(null_mut()),
        signature: AtomicPtr::new(null_mut()),
        count: AtomicUsize::new(0),
        sources: AtomicU64::new(0),
    }
}; ENTRIES];

#[inline]
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
    let known = entry.names.load(Relaxed) == names
        && entry.signature.load(Relaxed).cast_const() == signature
        && entry.count.load(Relaxed) == count;
    // SAFETY: said by the caller.
    let py = unsafe { Python::assume_attached() };
    if !known || !ENABLED || !in_first_interpreter(py) {
        return false;
    }
    let mut sources = entry.sources.load(Relaxed);
    for slot in 0..signature.slots {
        let source = sources & 0xff;
        sources >>= 8;
        // SAFETY: said by the caller. The same call was bound before, with the number of slots and of arguments that this one has.
        unsafe {
            let argument = if source == ABSENT { null_mut() } else { *arguments.add(source as usize) };
            room.as_mut_ptr().cast::<*mut ffi::PyObject>().add(slot).write(argument);
        }
    }
    true
}

/// Which argument of a call is each parameter's: a byte for each of the first slots.
pub(super) struct Sources {
    bytes: u64,
    /// How many arguments are given by position.
    count: usize,
    /// The argument that the next keyword gives.
    next: usize,
}

impl Sources {
    /// Those of a call with `count` arguments by position, of which `given` are for parameters.
    pub(super) fn of(count: usize, given: usize) -> Self {
        let mut sources = Sources { bytes: u64::MAX, count, next: count };
        for slot in 0..given {
            sources.set(slot, slot);
        }
        sources
    }

    fn set(&mut self, slot: usize, source: usize) {
        if slot < MOST {
            self.bytes &= !(0xff << (8 * slot));
            self.bytes |= (source as u64 & 0xff) << (8 * slot);
        }
    }

    /// The next keyword is for the parameter of this slot.
    pub(super) fn push(&mut self, slot: usize) {
        self.set(slot, self.next);
        self.next += 1;
    }
}

/// Remembers what these names are in a call that was bound, each of them for a parameter.
pub(super) fn remember(names: &Bound<'_, PyTuple>, signature: &'static Signature, sources: &Sources) {
    let fits = signature.binds_in_room() && signature.slots <= MOST && (sources.next as u64) < ABSENT;
    if !ENABLED || !fits || !in_first_interpreter(names.py()) {
        return;
    }
    let entry = entry(names.as_ptr(), signature);
    entry.signature.store(std::ptr::from_ref(signature).cast_mut(), Relaxed);
    entry.count.store(sources.count, Relaxed);
    entry.sources.store(sources.bytes, Relaxed);
    let before = entry.names.swap(names.clone().into_ptr(), Relaxed);
    // SAFETY: the reference that the entry owned.
    drop(unsafe { Bound::from_owned_ptr_or_opt(names.py(), before) });
}
