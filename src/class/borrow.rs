//! Borrowing the Rust struct of an instance.
//!
//! A class is frozen, which needs no counting, or mutable: then a word behind the struct counts its borrows, as a `RefCell`
//! does. All zero, which is how an instance is allocated, means that the struct is not there yet.

use super::definition::PyClass;
use super::layout::{Data, data};
use crate::err::exceptions::PyRuntimeError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, PyAny, TypeHint};
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

/// How instances of a class are borrowed: [`Frozen`] or [`Mutable`], each of them perhaps [`Unsendable`].
pub trait Access {
    /// What each instance has for it.
    #[doc(hidden)]
    type State: AccessState;
    /// Whether there are `&mut` borrows.
    const MUTABLE: bool;
}

/// Only shared borrows: they need not be counted.
pub struct Frozen;
/// Shared and exclusive borrows, counted.
pub struct Mutable;
/// Only the thread that has made an instance can use it.
pub struct Unsendable<A>(PhantomData<A>);

impl Access for Frozen {
    type State = FrozenState;
    const MUTABLE: bool = false;
}

impl Access for Mutable {
    type State = MutableState;
    const MUTABLE: bool = true;
}

impl<A: Access> Access for Unsendable<A> {
    type State = OwnedState<A::State>;
    const MUTABLE: bool = A::MUTABLE;
}

/// Why an instance cannot be borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is borrowed, and was to be changed.
    Shared,
    /// It is being changed.
    Exclusive,
    /// It belongs to another thread.
    Thread,
    /// It has not been made yet, or is gone.
    Absent,
}

impl Refused {
    pub(super) const fn text(self) -> &'static str {
        match self {
            Refused::Shared => "already borrowed",
            Refused::Exclusive => "already mutably borrowed",
            Refused::Thread => "belongs to another thread",
            Refused::Absent => "not initialised",
        }
    }
}

/// The word behind the struct. Valid when all its bits are zero.
#[doc(hidden)]
pub trait AccessState {
    /// The struct is there, and not borrowed.
    fn ready() -> Self;
    /// Whether the struct is there.
    fn is_ready(&self) -> bool;
    /// Begins a shared borrow.
    fn share(&self) -> Result<(), Refused>;
    /// Ends a shared borrow.
    fn unshare(&self);
    /// Begins the exclusive borrow.
    fn exclude(&self) -> Result<(), Refused>;
    /// Ends the exclusive borrow.
    fn unexclude(&self);
    /// Whether the struct may be looked at by the collector, and dropped: nobody is changing it.
    fn is_at_rest(&self) -> bool;
    /// A number that is another one after each exclusive borrow, and after the collector has taken away what the struct
    /// refers to; [`GENERATIONS`] once there are no more numbers.
    fn generation(&self) -> u64;
    /// The collector takes away what a struct refers to that is never borrowed exclusively.
    #[inline]
    fn cleared(&self) {}
    /// Whether this thread may use the instance.
    fn is_own_thread(&self) -> bool {
        true
    }
}

/// See [`Frozen`].
#[doc(hidden)]
pub struct FrozenState(AtomicU8);

impl AccessState for FrozenState {
    #[inline]
    fn ready() -> Self {
        FrozenState(AtomicU8::new(1))
    }

    #[inline]
    fn is_ready(&self) -> bool {
        self.0.load(Ordering::Acquire) != 0
    }

    #[inline]
    fn share(&self) -> Result<(), Refused> {
        if self.is_ready() { Ok(()) } else { Err(Refused::Absent) }
    }

    #[inline]
    fn unshare(&self) {}

    fn exclude(&self) -> Result<(), Refused> {
        Err(Refused::Shared)
    }

    fn unexclude(&self) {}

    #[inline]
    fn is_at_rest(&self) -> bool {
        true
    }

    #[inline]
    fn generation(&self) -> u64 {
        self.0.load(Ordering::Acquire).into()
    }

    #[inline]
    fn cleared(&self) {
        self.0.store(CLEARED, Ordering::Release);
    }
}

/// What a [`FrozenState`] is once the collector has been there; 1 before that.
const CLEARED: u8 = 2;

/// See [`Mutable`]: how many shared borrows there are, plus one, in the lower part; in the upper part how often the struct
/// has been borrowed exclusively.
#[doc(hidden)]
pub struct MutableState(AtomicU64);

const UNBORROWED: u64 = 1;
const EXCLUSIVE: u64 = COUNT;
const COUNT: u64 = (1 << 24) - 1;
const GENERATION: u64 = COUNT + 1;
/// The last generation, which is that of all later ones too.
pub(super) const GENERATIONS: u64 = u64::MAX / GENERATION;

impl MutableState {
    /// Goes from a state to the one that `change` gives.
    #[inline]
    fn change(&self, change: impl Fn(u64) -> Result<u64, Refused>) -> Result<(), Refused> {
        let mut state = self.0.load(Ordering::Relaxed);
        loop {
            let next = change(state)?;
            // Who is attached has the interpreter for himself, unless threads run in parallel.
            if cfg!(not(Py_GIL_DISABLED)) {
                self.0.store(next, Ordering::Relaxed);
                return Ok(());
            }
            match self.0.compare_exchange_weak(state, next, Ordering::AcqRel, Ordering::Relaxed) {
                Ok(_) => return Ok(()),
                Err(now) => state = now,
            }
        }
    }
}

impl AccessState for MutableState {
    #[inline]
    fn ready() -> Self {
        MutableState(AtomicU64::new(UNBORROWED))
    }

    #[inline]
    fn is_ready(&self) -> bool {
        self.0.load(Ordering::Acquire) & COUNT != 0
    }

    #[inline]
    fn share(&self) -> Result<(), Refused> {
        self.change(|state| match state & COUNT {
            0 => Err(Refused::Absent),
            // One less than all, so that the count never looks like the exclusive borrow.
            count if count >= EXCLUSIVE - 1 => Err(Refused::Exclusive),
            _ => Ok(state + 1),
        })
    }

    #[inline]
    fn unshare(&self) {
        let _ = self.change(|state| Ok(state - 1));
    }

    #[inline]
    fn exclude(&self) -> Result<(), Refused> {
        self.change(|state| match state & COUNT {
            UNBORROWED => Ok(state - UNBORROWED + EXCLUSIVE),
            0 => Err(Refused::Absent),
            EXCLUSIVE => Err(Refused::Exclusive),
            _ => Err(Refused::Shared),
        })
    }

    #[inline]
    fn unexclude(&self) {
        let _ = self.change(|state| {
            let state = state - EXCLUSIVE + UNBORROWED;
            Ok(state.checked_add(GENERATION).unwrap_or(state))
        });
    }

    #[inline]
    fn is_at_rest(&self) -> bool {
        self.0.load(Ordering::Acquire) & COUNT != EXCLUSIVE
    }

    #[inline]
    fn generation(&self) -> u64 {
        self.0.load(Ordering::Acquire) / GENERATION
    }
}

/// See [`Unsendable`].
#[doc(hidden)]
pub struct OwnedState<S> {
    state: S,
    owner: u64,
}

/// A number for this thread that no other thread of the process ever has.
#[inline]
fn this_thread() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    thread_local! {
        static NUMBER: Cell<u64> = const { Cell::new(0) };
    }
    NUMBER.with(|number| {
        if number.get() == 0 {
            number.set(NEXT.fetch_add(1, Ordering::Relaxed));
        }
        number.get()
    })
}

impl<S: AccessState> AccessState for OwnedState<S> {
    fn ready() -> Self {
        OwnedState { state: S::ready(), owner: this_thread() }
    }

    fn is_ready(&self) -> bool {
        self.state.is_ready()
    }

    fn share(&self) -> Result<(), Refused> {
        if self.is_own_thread() || !self.is_ready() { self.state.share() } else { Err(Refused::Thread) }
    }

    fn unshare(&self) {
        self.state.unshare();
    }

    fn exclude(&self) -> Result<(), Refused> {
        if self.is_own_thread() { self.state.exclude() } else { Err(Refused::Thread) }
    }

    fn unexclude(&self) {
        self.state.unexclude();
    }

    fn is_at_rest(&self) -> bool {
        self.is_own_thread() && self.state.is_at_rest()
    }

    fn generation(&self) -> u64 {
        self.state.generation()
    }

    #[inline]
    fn cleared(&self) {
        self.state.cleared();
    }

    fn is_own_thread(&self) -> bool {
        self.owner == this_thread()
    }
}

/// Begins a shared borrow of an instance's struct.
#[inline]
pub(super) fn share<'a, T: PyClass>(object: &'a Bound<'_, T>) -> Result<&'a Data<T>, Refused> {
    // SAFETY: a `Bound<T>` is an instance; what is there is valid even when it is all zero, but for the value, which is not
    // looked at.
    let data = unsafe { &*data::<T>(object.as_ptr()) };
    // An instance can be seen before its fields are there where its base allocates it; and it never gets any where a Python
    // program has given the class a `__new__` that calls the one of `object`.
    data.state.share()?;
    Ok(data)
}

/// Begins the exclusive borrow of an instance's struct.
#[inline]
pub(super) fn exclude<'a, T: PyClass>(object: &'a Bound<'_, T>) -> Result<&'a Data<T>, Refused> {
    // SAFETY: as for `share`.
    let data = unsafe { &*data::<T>(object.as_ptr()) };
    data.state.exclude()?;
    Ok(data)
}

/// A shared borrow of an instance: dereferences to the Rust struct.
///
/// What [`Bound::borrow`] returns; a function that Python calls can also take one.
pub struct PyRef<'a, 'py, T: PyClass> {
    object: &'a Bound<'py, T>,
    data: &'a Data<T>,
}

impl<'a, 'py, T: PyClass> PyRef<'a, 'py, T> {
    #[inline]
    pub(super) fn new(object: &'a Bound<'py, T>) -> Result<Self, PyBorrowError> {
        match share(object) {
            Ok(data) => Ok(PyRef { object, data }),
            Err(refused) => Err(PyBorrowError::new::<T>(refused)),
        }
    }

    /// The object itself.
    #[inline]
    pub fn object(&self) -> &'a Bound<'py, T> {
        self.object
    }
}

impl<T: PyClass> Deref for PyRef<'_, '_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: borrowed until this is dropped.
        unsafe { &*self.data.value.get() }
    }
}

impl<T: PyClass> Drop for PyRef<'_, '_, T> {
    #[inline]
    fn drop(&mut self) {
        self.data.state.unshare();
    }
}

/// Names the class; the struct itself need not be `Debug`, but is shown by `&*borrowed` where it is.
impl<T: PyClass> fmt::Debug for PyRef<'_, '_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PyRef({})", T::NAME)
    }
}

/// The exclusive borrow of an instance of a `mut class`: dereferences to the Rust struct, and lets it be changed.
///
/// What [`Bound::borrow_mut`] returns; a function that Python calls can also take one.
pub struct PyRefMut<'a, 'py, T: PyClass> {
    object: &'a Bound<'py, T>,
    data: &'a Data<T>,
}

impl<'a, 'py, T: PyClass> PyRefMut<'a, 'py, T> {
    #[inline]
    pub(super) fn new(object: &'a Bound<'py, T>) -> Result<Self, PyBorrowMutError> {
        match exclude(object) {
            Ok(data) => Ok(PyRefMut { object, data }),
            Err(refused) => Err(PyBorrowMutError::new::<T>(refused)),
        }
    }

    /// The object itself.
    #[inline]
    pub fn object(&self) -> &'a Bound<'py, T> {
        self.object
    }
}

impl<T: PyClass> Deref for PyRefMut<'_, '_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: borrowed exclusively until this is dropped.
        unsafe { &*self.data.value.get() }
    }
}

impl<T: PyClass> DerefMut for PyRefMut<'_, '_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: borrowed exclusively until this is dropped.
        unsafe { &mut *self.data.value.get() }
    }
}

impl<T: PyClass> Drop for PyRefMut<'_, '_, T> {
    #[inline]
    fn drop(&mut self) {
        self.data.state.unexclude();
    }
}

/// Names the class; the struct itself need not be `Debug`, but is shown by `&*borrowed` where it is.
impl<T: PyClass> fmt::Debug for PyRefMut<'_, '_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PyRefMut({})", T::NAME)
    }
}

impl<'a, 'py, T: PyClass> FromPyObject<'a, 'py> for PyRef<'a, 'py, T> {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(PyRef::new(object.downcast::<T>()?)?)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        object.downcast::<T>().is_ok()
    }
}

impl<'a, 'py, T: PyClass<Access: super::convert::MutableAccess>> FromPyObject<'a, 'py>
    for PyRefMut<'a, 'py, T>
{
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(PyRefMut::new(object.downcast::<T>()?)?)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        object.downcast::<T>().is_ok()
    }
}

macro_rules! borrow_error {
    ($(# $attr:tt)* $Error:ident) => {
        $(# $attr)*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Error {
            class: &'static str,
            refused: Refused,
        }

        impl $Error {
            #[cold]
            pub(super) fn new<T: PyClass>(refused: Refused) -> Self {
                $Error { class: T::NAME, refused }
            }
        }

        impl fmt::Display for $Error {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}: {}", self.class, self.refused.text())
            }
        }

        impl std::error::Error for $Error {}

        impl From<$Error> for PyErr {
            #[cold]
            fn from(error: $Error) -> PyErr {
                PyErr::with_message::<PyRuntimeError>(error.to_string())
            }
        }
    };
}

borrow_error! {
    /// An instance cannot be borrowed, because it is borrowed exclusively. As a [`PyErr`] it is a `RuntimeError`.
    PyBorrowError
}

borrow_error! {
    /// An instance cannot be borrowed exclusively, because it is borrowed. As a [`PyErr`] it is a `RuntimeError`.
    PyBorrowMutError
}
