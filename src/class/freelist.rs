//! `freelist = N`: the memory of ended instances is kept for the next ones.

use super::definition::PyClass;
use crate::ffi;
use crate::python::{Bound, PyClassBase, Python};
use std::cell::UnsafeCell;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// The memory that a class keeps.
///
/// It belongs to the first type object that the process makes of the class: another interpreter has an allocator of its own, and
/// goes without.
pub(super) struct FreeList {
    owner: AtomicPtr<ffi::PyTypeObject>,
    blocks: UnsafeCell<Vec<*mut ffi::PyObject>>,
}

// SAFETY: the blocks are touched only by who has an instance of the owner in hand, attached to its interpreter, whose lock he
// holds; without such a lock nothing is kept.
unsafe impl Sync for FreeList {}

impl FreeList {
    pub(super) const fn new() -> Self {
        FreeList { owner: AtomicPtr::new(null_mut()), blocks: UnsafeCell::new(Vec::new()) }
    }

    /// Says which type object the class has, for the first time or again.
    #[inline]
    pub(super) fn set_owner(&self, class: *mut ffi::PyTypeObject) {
        if cfg!(Py_GIL_DISABLED) {
            return;
        }
        let first = self.owner.compare_exchange(null_mut(), class, Ordering::AcqRel, Ordering::Acquire);
        if first.is_err() {
            // What is kept may be of an interpreter that has ended, and a type of another one at the same address.
            self.owner.store(std::ptr::dangling_mut(), Ordering::Release);
        }
    }

    #[inline]
    fn is_owner(&self, class: *mut ffi::PyTypeObject) -> bool {
        self.owner.load(Ordering::Acquire) == class
    }
}

/// How large instances of a class are that keeps memory: it has no native base.
const fn size<T: PyClass>() -> usize {
    match T::END {
        Some(end) => end,
        None => 0,
    }
}

/// `tp_alloc`
///
/// # Safety
/// Called by the interpreter, with the class or a subclass.
pub(super) unsafe extern "C" fn alloc<T: PyClass>(
    class: *mut ffi::PyTypeObject,
    items: ffi::Py_ssize_t,
) -> *mut ffi::PyObject {
    let list = &T::class().free;
    // SAFETY: attached; a block is as large as an instance of the owner, and nobody else's.
    unsafe {
        if list.is_owner(class) {
            if let Some(object) = (*list.blocks.get()).pop() {
                object.cast::<u8>().write_bytes(0, const { size::<T>() });
                ffi::PyObject_Init(object, class);
                if !ffi::base_releases_type() {
                    // Before 3.8 the reference to the class is not taken by `PyObject_Init`.
                    std::mem::forget(Bound::from_borrowed_ptr(Python::assume_attached(), class.cast()));
                }
                return object;
            }
        }
        ffi::PyType_GenericAlloc(class, items)
    }
}

/// `tp_free`
///
/// # Safety
/// Called with an instance that has ended.
pub(super) unsafe extern "C" fn free<T: PyClass>(object: *mut std::ffi::c_void) {
    let list = &T::class().free;
    // SAFETY: attached; the header still says what it was.
    unsafe {
        if list.is_owner(ffi::Py_TYPE(object.cast())) {
            let blocks = &mut *list.blocks.get();
            if blocks.len() < T::OPTIONS.freelist {
                blocks.push(object.cast());
                return;
            }
        }
        ffi::PyObject_Free(object);
    }
}
