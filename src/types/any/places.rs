//! The arguments of a call where the interpreter reads them: one after the other on the stack.

use crate::ffi;
use std::mem::MaybeUninit;
use std::ptr::null_mut;

/// How many places there are: one for the callee, and those of the longest tuples of positional and of keyword arguments.
const ROOM: usize = 1 + 12 + 12;

/// Where the places are. What is not used of it costs nothing.
pub(super) type Room = [MaybeUninit<*mut ffi::PyObject>; ROOM];

/// Borrowed references, after one place that is the callee's to use; the values of keywords go behind them.
#[doc(hidden)]
pub struct Places<'a> {
    room: &'a mut [MaybeUninit<*mut ffi::PyObject>],
    /// How many of the places are filled, that of the callee included.
    filled: usize,
}

impl<'a> Places<'a> {
    pub(super) const ROOM: Room = [MaybeUninit::uninit(); ROOM];

    /// Those of the arguments by position.
    #[inline]
    pub(super) fn new<const LEN: usize>(room: &'a mut Room, arguments: [*mut ffi::PyObject; LEN]) -> Self {
        const { assert!(LEN < ROOM) };
        room[0].write(null_mut());
        for (place, argument) in room[1..].iter_mut().zip(arguments) {
            place.write(argument);
        }
        Places { room, filled: 1 + LEN }
    }

    /// Has the callee's place hold the object whose method is called.
    #[inline]
    pub(super) fn set_receiver(&mut self, receiver: *mut ffi::PyObject) {
        self.room[0].write(receiver);
    }

    /// The address of the callee's place, which may be written to, and how many places there are.
    #[inline]
    pub(super) fn all(&mut self) -> (*const *mut ffi::PyObject, usize) {
        (self.room.as_mut_ptr().cast_const().cast(), self.filled)
    }

    /// The address of the first argument, and the number of those by position with the mark that the place before may be used.
    #[inline]
    pub(super) fn arguments(&mut self) -> (*const *mut ffi::PyObject, usize) {
        let (all, count) = self.all();
        // SAFETY: the callee's place is always there, so that one past it is in the room, or its end.
        (unsafe { all.add(1) }, (count - 1) | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET)
    }

    /// Calls `f` with the same places, behind which are the values of keywords.
    #[inline]
    pub(super) fn with_values<R>(
        &mut self,
        values: &[*mut ffi::PyObject],
        f: impl FnOnce(&mut Places<'_>) -> R,
    ) -> R {
        let end = self.filled + values.len();
        if let Some(behind) = self.room.get_mut(self.filled..end) {
            for (place, value) in behind.iter_mut().zip(values) {
                place.write(*value);
            }
            return f(self);
        }
        let mut room = self.room[..self.filled].to_vec();
        room.extend(values.iter().copied().map(MaybeUninit::new));
        f(&mut Places { room: &mut room, filled: self.filled })
    }
}
