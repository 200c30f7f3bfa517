//! What is known of a class, for the code that makes its type object: one copy of that serves all classes.

use super::check::check_options;
use super::definition::{ClassOptions, ClassStatic, PyClass};
use super::destroy::dealloc;
use super::freelist::{alloc, free};
use super::gc::{tp_clear, tp_traverse};
use super::layout::{fixed_offset, room};
use super::member::{Member, Slot, has};
use super::merged::Slots;
use super::special::Id;
use crate::err::PyResult;
use crate::ffi;
use crate::python::{PyClassBase, PyTypeInfo, Python};

/// What there is to know of a class, without its type.
pub(super) struct Description {
    pub(super) name: &'static str,
    pub(super) module: Option<&'static str>,
    pub(super) path: &'static str,
    pub(super) doc: &'static [u8],
    pub(super) members: &'static [Option<Member>],
    pub(super) shared: &'static [Slot],
    pub(super) options: ClassOptions,
    pub(super) class: &'static ClassStatic,
    pub(super) base: fn(Python<'_>) -> PyResult<*mut ffi::PyTypeObject>,
    /// Whether the base is a class of ours.
    pub(super) derived: bool,
    pub(super) gc: bool,
    /// Whether it says which instances are equal.
    pub(super) equality: bool,
    pub(super) finalizer: bool,
    pub(super) offset: Option<usize>,
    pub(super) room: usize,
    /// Where instances have the pointer for a call without a tuple; `None` if they have none, or nobody looks there.
    #[cfg_attr(not(all(Py_3_9, not(Py_LIMITED_API))), allow(dead_code))]
    pub(super) call_offset: Option<fn() -> usize>,
    /// Whether this class, rather than its base, brings that pointer.
    pub(super) adds_call: bool,
    /// Whether this class brings the dict, and the weak references, rather than its base.
    pub(super) adds_dict: bool,
    pub(super) adds_weakref: bool,
    pub(super) dealloc: ffi::destructor,
    pub(super) traverse: ffi::traverseproc,
    pub(super) clear: ffi::inquiry,
    /// The functions of a class that keeps memory.
    pub(super) keeps: Option<(ffi::allocfunc, ffi::freefunc)>,
    /// Whether instances are allocated by us.
    pub(super) plain: bool,
}

impl Description {
    #[inline]
    pub(super) fn of<T: PyClass>() -> Description {
        const { check_options::<T>() }
        Description {
            name: T::NAME,
            module: T::MODULE,
            path: T::PATH,
            doc: T::DOC,
            members: T::MEMBERS,
            shared: const { &Slots::<T>::LIST },
            options: T::OPTIONS,
            class: T::class(),
            base: T::Base::try_type_object,
            derived: T::Base::IS_CLASS,
            gc: T::GC,
            equality: const { has::<T>(Id::Eq) || has::<T>(Id::RichCmp) },
            finalizer: T::FINALIZER,
            offset: fixed_offset::<T>(),
            room: room::<T>(),
            call_offset: if T::CALL { Some(T::call_offset) } else { None },
            adds_call: T::CALL && !T::Base::CALL,
            adds_dict: T::OPTIONS.dict && !T::Base::DICT,
            adds_weakref: T::OPTIONS.weakref && !T::Base::WEAKREF,
            dealloc: dealloc::<T>,
            traverse: tp_traverse::<T>,
            clear: tp_clear::<T>,
            keeps: if T::OPTIONS.freelist > 0 { Some((alloc::<T>, free::<T>)) } else { None },
            plain: T::PLAIN,
        }
    }
}
