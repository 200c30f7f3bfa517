//! Where the Rust struct is inside of an instance.

use super::borrow::Access;
use super::definition::PyClass;
use crate::ffi;
use crate::python::PyClassBase;
use std::cell::UnsafeCell;
use std::sync::atomic::Ordering;

/// The word that says how the struct of class `T` is borrowed.
pub(super) type State<T> = <<T as PyClass>::Access as Access>::State;

/// What a class adds to the instance of its base.
#[repr(C)]
pub(super) struct Data<T: PyClass> {
    pub(super) value: UnsafeCell<T>,
    pub(super) state: State<T>,
}

/// What every allocator of Python's guarantees, on all versions.
const ALIGNMENT: usize = 8;

/// Where the data begins, if that is known at compile time.
pub(super) const fn fixed_offset<T: PyClass>() -> Option<usize> {
    match T::Base::END {
        // How large a base is that is written in Python is found out when the class is made.
        Some(end) if T::OPTIONS.python_base.is_none() => Some(offset_after(end)),
        _ => None,
    }
}

/// Where the data begins after `end` bytes of a base.
pub(super) const fn offset_after(end: usize) -> usize {
    end.next_multiple_of(ALIGNMENT)
}

/// How much room the data needs. A struct that asks for more alignment than Python gives can be moved inside of its room.
pub(super) const fn room<T: PyClass>() -> usize {
    let alignment = align_of::<Data<T>>();
    let slack = alignment.saturating_sub(ALIGNMENT);
    (size_of::<Data<T>>() + slack).next_multiple_of(ALIGNMENT)
}

/// Where the data begins. The class has been made.
#[inline]
pub(super) fn data_offset<T: PyClass>() -> usize {
    match const { fixed_offset::<T>() } {
        Some(offset) => offset,
        None => T::class().offset.load(Ordering::Relaxed),
    }
}

/// The data of an instance.
///
/// # Safety
/// `object` is an instance of class `T` or of a subclass; its class has been made.
#[inline]
pub(super) unsafe fn data<T: PyClass>(object: *mut ffi::PyObject) -> *mut Data<T> {
    // SAFETY: the instance is larger than the offset.
    let place = unsafe { object.cast::<u8>().add(data_offset::<T>()) };
    if const { align_of::<Data<T>>() > ALIGNMENT } {
        let address = place.addr();
        let padding = address.next_multiple_of(align_of::<Data<T>>()) - address;
        // SAFETY: `room` has left as much.
        return unsafe { place.add(padding) }.cast();
    }
    place.cast()
}
