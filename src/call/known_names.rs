//! Which parameters the keywords of a call are, remembered.
//!
//! A call that is written with keywords passes the same tuple of names each time it runs: a constant of the caller's code.
//! So it is enough to compare the names once; afterwards one pointer says where each argument belongs. A table of fixed size serves all
//! functions. It owns its tuples, so that an address never comes to mean another one, and each entry lasts until
//! another call needs its place.
//!
//! A call with `**` brings a new tuple each time, mostly of the same names: those of the function's last new tuple are compared by
//! address, one by one.

use super::Signature;
use super::signature::Room;
use crate::ffi;
use crate::python::{Bound, in_only_interpreter};
use crate::types::PyTuple;
use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// What is remembered is that of the only interpreter. Without the GIL the parts of an entry could belong to different calls.
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

impl Entry {
    /// Whether it is of a call of this function, with so many arguments by position.
    #[inline]
    fn is_of(&self, signature: &'static Signature, count: usize) -> bool {
        self.signature.load(Relaxed).cast_const() == signature
            && self.count.load(Relaxed) == count
            && ENABLED
            && in_only_interpreter()
    }
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

/// Where the names are remembered with which this function was called by another tuple: calls with `**` have a new one each time.
#[inline]
fn entry_of_any(signature: &'static Signature) -> &'static Entry {
    entry(null_mut(), signature)
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
    let known = entry.names.load(Relaxed) == names && entry.is_of(signature, count);
    if known {
        // SAFETY: said by the caller. The same call was bound before, with the number of slots and of arguments that this one has.
        unsafe { fill(entry.sources.load(Relaxed), signature, arguments, room) };
    }
    known
}

/// The same for a call by a tuple that is not remembered, with names that are.
///
/// # Safety
/// As for [`bind_known`].
#[inline]
pub(super) unsafe fn bind_alike(
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    count: usize,
    names: &Bound<'_, PyTuple>,
    room: &mut MaybeUninit<Room>,
) -> bool {
    let entry = entry_of_any(signature);
    if !entry.is_of(signature, count) {
        return false;
    }
    // SAFETY: the entry's reference, which nobody takes away while we are attached; a tuple.
    let known = unsafe { Bound::from_borrowed_ptr(names.py(), entry.names.load(Relaxed)) };
    // SAFETY: as above.
    let known: Bound<'_, PyTuple> = unsafe { known.downcast_into_unchecked() };
    let (known, given) = (known.as_slice(), names.as_slice());
    if known.len() != given.len() || !known.iter().zip(given).all(|(known, given)| known.is(given)) {
        return false;
    }
    let sources = entry.sources.load(Relaxed);
    // SAFETY: said by the caller. A call with as many arguments and the same names was bound before.
    unsafe { fill(sources, signature, arguments, room) };
    put(self::entry(names.as_ptr(), signature), names, signature, count, sources);
    true
}

/// Puts each parameter's argument into `room`.
///
/// # Safety
/// The sources are those of a call like this one.
#[inline]
unsafe fn fill(
    mut sources: u64,
    signature: &'static Signature,
    arguments: *const *mut ffi::PyObject,
    room: &mut MaybeUninit<Room>,
) {
    for slot in 0..signature.slots {
        let source = sources & 0xff;
        sources >>= 8;
        // SAFETY: said by the caller.
        unsafe {
            let argument = if source == ABSENT { null_mut() } else { *arguments.add(source as usize) };
            room.as_mut_ptr().cast::<*mut ffi::PyObject>().add(slot).write(argument);
        }
    }
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
    if !ENABLED || !fits || !in_only_interpreter() {
        return;
    }
    for entry in [entry(names.as_ptr(), signature), entry_of_any(signature)] {
        put(entry, names, signature, sources.count, sources.bytes);
    }
}

fn put(
    entry: &'static Entry,
    names: &Bound<'_, PyTuple>,
    signature: &'static Signature,
    count: usize,
    sources: u64,
) {
    entry.signature.store(std::ptr::from_ref(signature).cast_mut(), Relaxed);
    entry.count.store(count, Relaxed);
    entry.sources.store(sources, Relaxed);
    let before = entry.names.load(Relaxed);
    entry.names.store(names.clone().into_ptr(), Relaxed);
    // SAFETY: the reference that the entry owned.
    drop(unsafe { Bound::from_owned_ptr_or_opt(names.py(), before) });
}
