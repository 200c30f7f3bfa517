//! The stack of a thread's attachments.
//!
//! Guards may be dropped in any order and kept anywhere; what they hold is undone in the order of the stack, so that a
//! thread stays attached as long as any of its guards lives. `detach` puts an entry of its own on the stack: what lies
//! below it is not undone before it ends.

use std::cell::RefCell;
use std::mem::ManuallyDrop;

/// What an entry undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// The thread was attached already.
    Nested,
    /// It was not.
    Attached,
    /// It was not, and is now, to a sub-interpreter that it had been switched to.
    Returned,
    /// Nothing.
    Inert,
    /// The place of a `detach`.
    Detached,
}

#[derive(Clone, Copy)]
struct Slot {
    entry: Entry,
    live: bool,
}

const INLINE: usize = 8;

/// The first entries need no allocation: threads that come and go leave none behind.
struct Stack {
    first: [Slot; INLINE],
    rest: ManuallyDrop<Vec<Slot>>,
    len: usize,
}

impl Stack {
    #[inline]
    fn get(&mut self, index: usize) -> Option<&mut Slot> {
        match index {
            _ if index >= self.len => None,
            0..INLINE => self.first.get_mut(index),
            _ => self.rest.get_mut(index - INLINE),
        }
    }

    #[inline]
    fn push(&mut self, slot: Slot) {
        match self.first.get_mut(self.len) {
            Some(place) => *place = slot,
            None => self.rest.push(slot),
        }
        self.len += 1;
    }

    #[inline]
    fn pop(&mut self) {
        self.len -= 1;
        self.rest.pop();
        if self.len <= INLINE {
            drop(std::mem::take(&mut *self.rest));
        }
    }
}

thread_local! {
    // Without a destructor: a guard in another `thread_local!` may be dropped after the destructor of this one would
    // have run, and still has to let go of the interpreter.
    static STACK: RefCell<Stack> = const {
        RefCell::new(Stack {
            first: [Slot { entry: Entry::Nested, live: false }; INLINE],
            rest: ManuallyDrop::new(Vec::new()),
            len: 0,
        })
    };
}

/// Adds an entry; returns its place.
#[inline]
pub(super) fn push(entry: Entry) -> usize {
    STACK.with_borrow_mut(|stack| {
        stack.push(Slot { entry, live: true });
        stack.len - 1
    })
}

/// Says that the entry at this place is needed no longer.
#[inline]
pub(super) fn kill(index: usize) {
    STACK.with_borrow_mut(|stack| {
        if let Some(slot) = stack.get(index) {
            slot.live = false;
        }
    });
}

/// Takes the last entry off the stack, if it is needed no longer.
#[inline]
pub(super) fn pop_dead() -> Option<Entry> {
    STACK.with_borrow_mut(|stack| {
        let last = *stack.get(stack.len.checked_sub(1)?)?;
        if last.live {
            return None;
        }
        stack.pop();
        Some(last.entry)
    })
}

/// Says that the entry at this place, if there is one, need not detach the thread any more. Returns whether there is.
#[inline]
pub(super) fn stay_attached(index: usize) -> bool {
    STACK.with_borrow_mut(|stack| {
        let slot = stack.get(index);
        let found = slot.is_some();
        if let Some(slot) = slot {
            slot.entry = if slot.entry == Entry::Returned { Entry::Inert } else { Entry::Nested };
        }
        found
    })
}

/// Says that the entries above this place undo nothing any more.
#[cfg(any(not(Py_LIMITED_API), unix))]
#[inline]
pub(super) fn disarm_above(index: usize) {
    STACK.with_borrow_mut(|stack| {
        for above in index + 1..stack.len {
            if let Some(slot) = stack.get(above) {
                slot.entry = Entry::Inert;
            }
        }
    });
}

/// Whether the thread has no attachment of ours at all.
#[inline]
pub(super) fn is_empty() -> bool {
    STACK.with_borrow(|stack| stack.len == 0)
}
