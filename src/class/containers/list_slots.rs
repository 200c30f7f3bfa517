//! What goes through a list by position, without an `int` for each.

use super::super::member::Member;
use super::index::out_of_range;
use super::list::{ListClass, name, object_at};
use crate::call::{enter, receiver_ref};
use crate::ffi;
use std::ffi::c_void;

/// `sq_item`: iteration and the C API come here.
///
/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn item_at<L: ListClass>(
    receiver: *mut ffi::PyObject,
    index: ffi::Py_ssize_t,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive, which is an instance.
    unsafe {
        enter(|py| {
            let slf =
                receiver_ref(py, &receiver).as_ref().unwrap_unchecked().downcast_unchecked::<L::Class>();
            let item =
                usize::try_from(index).ok().map(|index| object_at::<L>(slf, index)).transpose()?.flatten();
            item.ok_or_else(|| out_of_range(name::<L>().to_owned()))
        })
    }
}

/// `__getitem__` with the slot above for its second one.
pub(super) const fn indexed<L: ListClass>(member: Member) -> Member {
    match member {
        Member::Slots([subscript, _]) => {
            Member::Slots([subscript, Some((ffi::Py_sq_item, item_at::<L> as *const c_void))])
        }
        other => other,
    }
}
