//! The rows of a class's table.

use super::construct::{tp_init, tp_new};
use super::definition::PyClass;
use super::entries::Entry;
use super::property::{Deleter, Getter, Setter};
use super::protocol::{Init, Lookup, Operand, Store};
use super::special::{COUNT, Id, check, check_class_method, same, special};
use crate::call::{Callable, FunctionDef, Invoker, Plain, Signature};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::PyType;
use std::ffi::{CStr, c_int, c_void};

/// What makes a class attribute.
pub(super) type MakeAttribute = for<'py> fn(Python<'py>, &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>>;

/// A slot and the function that fills it.
pub(super) type Slot = (c_int, *const c_void);

/// One row of a class's table.
#[derive(Clone, Copy)]
pub enum Member {
    /// A method, a static method, a class method.
    #[doc(hidden)]
    Method(&'static FunctionDef),
    /// A special method that fills a slot, or two, alone.
    #[doc(hidden)]
    Slots([Option<Slot>; 2]),
    /// A special method that shares a slot with others.
    #[doc(hidden)]
    Operator(u8, &'static Signature, Invoker<Operand>),
    /// Likewise.
    #[doc(hidden)]
    Store(u8, &'static Signature, Invoker<Store>),
    /// Likewise.
    #[doc(hidden)]
    Lookup(u8, &'static Signature, Invoker<Lookup>),
    #[doc(hidden)]
    Getter(&'static Getter),
    #[doc(hidden)]
    Setter(&'static Setter),
    #[doc(hidden)]
    Deleter(&'static Deleter),
    /// A class attribute.
    #[doc(hidden)]
    Attribute(&'static CStr, MakeAttribute),
    /// Rows that an option brings. What the class declares itself comes before them.
    #[doc(hidden)]
    Rows(&'static [Option<Member>]),
    /// `__call__`: the slot, and what each instance has a pointer to, where the interpreter looks for that.
    #[doc(hidden)]
    Call(ffi::ternaryfunc, Option<ffi::vectorcallfunc>),
    /// The constructor.
    #[doc(hidden)]
    New(&'static Signature, &'static [u8], ffi::newfunc, Option<ffi::vectorcallfunc>),
}

// SAFETY: the raw pointers are those of functions.
unsafe impl Send for Member {}
// SAFETY: as above.
unsafe impl Sync for Member {}

impl Member {
    /// A method of class `T`, whatever its name makes of it.
    pub const fn method<T: PyClass, R: Callable>() -> Member
    where
        R::Protocol: Entry<T, R>,
    {
        const {
            check(&R::SIGNATURE);
            <R::Protocol as Entry<T, R>>::MEMBER
        }
    }

    /// A static method.
    pub const fn static_method<R: Callable<Protocol = Plain>>() -> Member {
        const {
            check_class_method(&R::SIGNATURE);
            Member::Method(FunctionDef::static_method::<R>())
        }
    }

    /// A class method.
    pub const fn class_method<R: Callable<Protocol = Plain>>() -> Member {
        const {
            check_class_method(&R::SIGNATURE);
            Member::Method(FunctionDef::class_method::<R>())
        }
    }

    /// `new`
    pub const fn new<T: PyClass, R: Callable<Protocol = Plain>>() -> Member {
        #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
        let vectorcall: Option<ffi::vectorcallfunc> = Some(super::vectorcall::vectorcall::<T, R>);
        #[cfg(not(all(Py_3_9, not(Py_LIMITED_API))))]
        let vectorcall = None;
        Member::New(&R::SIGNATURE, R::DOC, tp_new::<R>, vectorcall)
    }

    /// `init`
    pub const fn init<R: Callable<Protocol = Init>>() -> Member {
        Member::Slots([Some((ffi::Py_tp_init, tp_init::<R> as *const c_void)), None])
    }

    /// A class attribute.
    pub const fn attribute(name: &'static CStr, make: MakeAttribute) -> Member {
        Member::Attribute(name, make)
    }

    /// The number of the special method that a row is, for those that share a slot or that others ask for.
    #[inline]
    pub(super) const fn number(&self) -> u8 {
        match self {
            Member::Operator(number, ..) | Member::Store(number, ..) | Member::Lookup(number, ..) => *number,
            Member::Slots([Some((ffi::FINALIZER_SLOT, _)), _]) => Id::Del as u8,
            Member::Slots([Some((ffi::Py_tp_hash, _)), _]) => Id::Hash as u8,
            Member::Call(..) => Id::Call as u8,
            Member::Method(function) => special(function.name().as_str()),
            _ => 0,
        }
    }

    /// The attribute of the class that a row makes by its name.
    fn name(&self) -> Option<&'static str> {
        match self {
            Member::Method(function) => Some(function.name().as_str()),
            Member::Getter(getter) => Some(getter.name.as_str()),
            Member::Setter(setter) => Some(setter.name.as_str()),
            Member::Deleter(deleter) => Some(deleter.name.as_str()),
            Member::Attribute(name, _) => name.to_str().ok(),
            _ => None,
        }
    }

    /// Whether a row stands for the same thing as one that an option brings.
    fn replaces(&self, brought: &Member) -> bool {
        // A constructor goes with the initialiser that an option brings, not the other way round.
        let slots = |member: &Member, init| match *member {
            Member::Slots(slots) => slots.map(|slot| slot.map_or(0, |(slot, _)| slot)),
            Member::New(..) => [ffi::Py_tp_new, init],
            _ => [0, 0],
        };
        let brought_slots = slots(brought, 0);
        self.name().is_some_and(|name| brought.name() == Some(name))
            || slots(self, ffi::Py_tp_init).iter().any(|slot| *slot != 0 && brought_slots.contains(slot))
    }
}

/// Where in the table the special methods are.
struct Index<T>(std::marker::PhantomData<T>);

impl<T: PyClass> Index<T> {
    /// By number, the place of the row and one; 0 for what is not there. A row that an option brings has its place among these
    /// in the upper part.
    const PLACES: [u32; COUNT] = {
        let mut places = [0; COUNT];
        let mut place = 0;
        while place < T::MEMBERS.len() {
            if let Some(Member::Rows(rows)) = &T::MEMBERS[place] {
                let mut inner = 0;
                while inner < rows.len() {
                    if let Some(member) = &rows[inner] {
                        let number = member.number() as usize;
                        if places[number] == 0 {
                            places[number] = (inner as u32) << 16 | (place as u32 + 1);
                        }
                    }
                    inner += 1;
                }
            } else if let Some(member) = &T::MEMBERS[place] {
                places[member.number() as usize] = place as u32 + 1;
            }
            place += 1;
        }
        // Who declares all comparisons at once means all.
        if places[Id::RichCmp as usize] != 0 {
            let mut number = Id::Lt as usize;
            while number <= Id::Ge as usize {
                if places[number] != 0 && is_brought(&T::MEMBERS[(places[number] & 0xFFFF) as usize - 1]) {
                    places[number] = 0;
                }
                number += 1;
            }
        }
        places
    };
}

const fn is_brought(row: &Option<Member>) -> bool {
    matches!(row, Some(Member::Rows(_)))
}

/// All rows of a table; those that an option brings come last, as far as the class does not declare the same itself.
#[inline]
pub(super) fn rows(members: &'static [Option<Member>]) -> impl Iterator<Item = &'static Member> {
    let brought = members.iter().flatten().flat_map(move |member| {
        let rows: &'static [Option<Member>] = if let Member::Rows(rows) = member { rows } else { &[] };
        let free = move |row: &&Member| !members.iter().flatten().any(|own| own.replaces(row));
        rows.iter().flatten().filter(free)
    });
    members.iter().flatten().filter(|member| !matches!(member, Member::Rows(_))).chain(brought)
}

/// The row of a special method.
pub(super) const fn find<T: PyClass>(number: u8) -> Option<Member> {
    match Index::<T>::PLACES[number as usize] {
        0 => None,
        place => match T::MEMBERS[(place & 0xFFFF) as usize - 1] {
            Some(Member::Rows(rows)) => rows[(place >> 16) as usize],
            row => row,
        },
    }
}

/// Whether the class declares a special method.
pub(super) const fn has<T: PyClass>(id: Id) -> bool {
    Index::<T>::PLACES[id as usize] != 0
}

/// Whether the class declares a `__call__` that can be called without a tuple.
pub(super) const fn calls<T: PyClass>() -> bool {
    matches!(find::<T>(Id::Call as u8), Some(Member::Call(_, Some(_))))
}

/// The docstring of class `T`: that of `new`, which has the signature, or else the class's own.
pub const fn class_doc<T: PyClass>(own: &'static [u8]) -> &'static [u8] {
    let mut place = 0;
    while place < T::MEMBERS.len() {
        if let Some(Member::New(_, doc, ..)) = T::MEMBERS[place] {
            return doc;
        }
        place += 1;
    }
    own
}

/// The signature of `new`.
pub(super) const fn find_new<T: PyClass>() -> Option<&'static Signature> {
    let mut place = 0;
    while place < T::MEMBERS.len() {
        if let Some(Member::New(signature, ..)) = T::MEMBERS[place] {
            return Some(signature);
        }
        place += 1;
    }
    None
}

/// Whether the class has a property of that name.
pub(super) const fn has_getter<T: PyClass>(name: &str) -> bool {
    let mut place = 0;
    while place < T::MEMBERS.len() {
        if let Some(Member::Getter(getter)) = T::MEMBERS[place] {
            if same(getter.name.as_str().as_bytes(), name.as_bytes()) {
                return true;
            }
        }
        place += 1;
    }
    false
}
