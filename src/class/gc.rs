//! The cyclic garbage collector: what an instance refers to, and how it lets go of that.

use super::borrow::AccessState;
use super::definition::PyClass;
use super::layout::data;
use crate::ffi;
use crate::python::{Bound, Py, PyAny, PyClassBase, Python};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, LinkedList, VecDeque};
use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, RwLock};

/// A value that may own references to Python objects, and that the collector can follow: the fields that `gc = (…)` names, or
/// a class with the option `gc` alone.
///
/// It is implemented for `Py<T>` and for the containers of the standard library that own what they hold.
///
/// # Safety
/// `traverse` visits each reference that the value owns at most once, and only those; it neither calls Python nor drops or
/// changes an object. `clear` only moves references into the `Garbage`, which drops them later.
///
/// ```
/// use pyrules::{Garbage, PyObject, Traverse, Visit};
///
/// enum Link {
///     Empty,
///     To(PyObject),
/// }
///
/// // SAFETY: the one reference is visited once, and moved to the garbage.
/// unsafe impl Traverse for Link {
///     fn traverse(&self, visit: &mut Visit<'_>) {
///         if let Link::To(object) = self {
///             object.traverse(visit);
///         }
///     }
///
///     fn clear(&mut self, garbage: &mut Garbage) {
///         if let Link::To(object) = std::mem::replace(self, Link::Empty) {
///             garbage.push(object);
///         }
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the collector cannot follow `{Self}`",
    label = "not `Traverse`",
    note = "a field of `gc = (…)` is a `Py<T>`, or a container of these that owns them; for a type of your own write `unsafe impl Traverse`"
)]
pub unsafe trait Traverse {
    /// Visits what the value refers to.
    fn traverse(&self, visit: &mut Visit<'_>);

    /// Lets go of what the value refers to, as far as it can be without it.
    fn clear(&mut self, garbage: &mut Garbage) {
        let _ = garbage;
    }
}

/// The collector, looking at what an instance refers to. (`visitproc`)
pub struct Visit<'a> {
    visit: ffi::visitproc,
    argument: *mut c_void,
    stop: c_int,
    _collecting: std::marker::PhantomData<Cell<&'a ()>>,
}

impl Visit<'_> {
    /// Visits one object. [`Traverse::traverse`] of a `Py` calls this.
    pub fn object<T>(&mut self, object: &Py<T>) {
        if self.stop == 0 {
            // SAFETY: the collector gave function and argument; the object is alive.
            self.stop = unsafe { (self.visit)(object.as_ptr(), self.argument) };
        }
    }
}

/// References that an instance has let go of. They are dropped when nothing of the instance is borrowed any more.
#[derive(Default)]
pub struct Garbage(Vec<Py<PyAny>>);

impl Garbage {
    /// Takes a reference over.
    pub fn push<T>(&mut self, object: Py<T>) {
        self.0.push(object.into_any());
    }
}

// SAFETY: the one reference. Nothing can stand for it, so that it stays: a cycle is broken elsewhere.
unsafe impl<T> Traverse for Py<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        visit.object(self);
    }
}

// SAFETY: what there is is visited once; a reference of its own is moved to the garbage.
unsafe impl<T: Traverse + Reference> Traverse for Option<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Some(value) = self {
            value.traverse(visit);
        }
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        if let Some(value) = self.take() {
            value.discard(garbage);
        }
    }
}

/// What can be moved to the garbage as a whole.
#[doc(hidden)]
pub trait Reference {
    fn discard(self, garbage: &mut Garbage);
}

impl<T> Reference for Py<T> {
    fn discard(self, garbage: &mut Garbage) {
        garbage.push(self);
    }
}

/// What cannot be split keeps its order: references inside are cleared, the rest is dropped.
macro_rules! discard_by_clearing {
    ($([$($parameter:tt)*] $Type:ty;)*) => { $(
        impl<$($parameter)*> Reference for $Type {
            fn discard(mut self, garbage: &mut Garbage) {
                Traverse::clear(&mut self, garbage);
            }
        }
    )* };
}

discard_by_clearing! {
    [T: Traverse + Reference] Option<T>;
    [T: Traverse + Reference] Vec<T>;
    [T: Traverse + Reference] VecDeque<T>;
    [T: Traverse + Reference] LinkedList<T>;
    [K, V: Traverse + Reference, S] HashMap<K, V, S>;
    [K: Ord, V: Traverse + Reference] BTreeMap<K, V>;
}

impl<T: Reference> Reference for Box<T> {
    fn discard(self, garbage: &mut Garbage) {
        (*self).discard(garbage);
    }
}

macro_rules! sequences {
    ($($Type:ident)*) => { $(
        // SAFETY: each item is visited once; the items are moved to the garbage.
        unsafe impl<T: Traverse + Reference> Traverse for $Type<T> {
            fn traverse(&self, visit: &mut Visit<'_>) {
                self.iter().for_each(|item| item.traverse(visit));
            }

            fn clear(&mut self, garbage: &mut Garbage) {
                std::mem::take(self).into_iter().for_each(|item| item.discard(garbage));
            }
        }
    )* };
}

sequences! { Vec VecDeque LinkedList }

// SAFETY: each value is visited once and moved to the garbage; keys hold no objects that form cycles.
unsafe impl<K, V: Traverse + Reference, S> Traverse for HashMap<K, V, S> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        self.values().for_each(|value| value.traverse(visit));
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        self.drain().for_each(|(_, value)| value.discard(garbage));
    }
}

// SAFETY: as for `HashMap`.
unsafe impl<K: Ord, V: Traverse + Reference> Traverse for BTreeMap<K, V> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        self.values().for_each(|value| value.traverse(visit));
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        while let Some((_, value)) = self.pop_first() {
            value.discard(garbage);
        }
    }
}

// SAFETY: forwards.
unsafe impl<T: Traverse> Traverse for Box<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        (**self).traverse(visit);
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        (**self).clear(garbage);
    }
}

// SAFETY: each item once.
unsafe impl<T: Traverse, const N: usize> Traverse for [T; N] {
    fn traverse(&self, visit: &mut Visit<'_>) {
        self.iter().for_each(|item| item.traverse(visit));
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        self.iter_mut().for_each(|item| item.clear(garbage));
    }
}

macro_rules! tuples {
    ($($($T:ident)+;)*) => { $(
        // SAFETY: each item once.
        #[allow(non_snake_case)]
        unsafe impl<$($T: Traverse),+> Traverse for ($($T,)+) {
            fn traverse(&self, visit: &mut Visit<'_>) {
                let ($($T,)+) = self;
                $($T.traverse(visit);)+
            }

            fn clear(&mut self, garbage: &mut Garbage) {
                let ($($T,)+) = self;
                $($T.clear(garbage);)+
            }
        }

        #[allow(non_snake_case)]
        impl<$($T: Reference),+> Reference for ($($T,)+) {
            fn discard(self, garbage: &mut Garbage) {
                let ($($T,)+) = self;
                $($T.discard(garbage);)+
            }
        }
    )* };
}

tuples! { A; A B; A B C; A B C D; }

// SAFETY: what is locked by somebody is not visited, which only makes the collector wait.
unsafe impl<T: Traverse> Traverse for Mutex<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Ok(value) = self.try_lock() {
            value.traverse(visit);
        }
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        if let Ok(value) = self.get_mut() {
            value.clear(garbage);
        }
    }
}

// SAFETY: as for `Mutex`.
unsafe impl<T: Traverse> Traverse for RwLock<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Ok(value) = self.try_read() {
            value.traverse(visit);
        }
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        if let Ok(value) = self.get_mut() {
            value.clear(garbage);
        }
    }
}

// SAFETY: as for `Mutex`.
unsafe impl<T: Traverse> Traverse for RefCell<T> {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Ok(value) = self.try_borrow() {
            value.traverse(visit);
        }
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        self.get_mut().clear(garbage);
    }
}

/// Visits what the struct of class `T` refers to, unless somebody is changing it.
///
/// # Safety
/// `object` is an instance; called by the collector, which has given the other two.
#[inline]
pub(super) unsafe fn traverse<T: PyClass>(
    object: *mut ffi::PyObject,
    visit: ffi::visitproc,
    argument: *mut c_void,
) -> c_int {
    if const { !T::OPTIONS.gc } {
        return 0;
    }
    // SAFETY: an instance; what is not ready is not looked at, and what is being changed neither.
    let value = unsafe {
        let data = &*data::<T>(object);
        if !data.state.is_ready() || !data.state.is_at_rest() {
            return 0;
        }
        &*data.value.get()
    };
    let mut visit = Visit { visit, argument, stop: 0, _collecting: std::marker::PhantomData };
    // The panic hook has said what there is to say. What was not visited is kept.
    let _ = catch_unwind(AssertUnwindSafe(|| value.traverse(&mut visit)));
    visit.stop
}

/// Takes away what the struct of class `T` refers to. The references are dropped when it is not borrowed any more, since
/// that may run anything.
///
/// # Safety
/// `object` is an instance that nobody can reach but through its own cycle; called by the collector.
pub(super) unsafe fn clear<T: PyClass>(object: &Bound<'_, PyAny>) {
    if const { !T::OPTIONS.gc } {
        return;
    }
    let mut garbage = Garbage::default();
    // SAFETY: an instance; nobody has borrowed its struct, or it is left alone.
    unsafe {
        let data = &*data::<T>(object.as_ptr());
        if !data.state.is_ready() || !data.state.is_own_thread() {
            return;
        }
        let mutable = const { <T::Access as super::borrow::Access>::MUTABLE };
        if mutable && data.state.exclude().is_err() {
            return;
        }
        if !mutable {
            data.state.cleared();
        }
        let _ = catch_unwind(AssertUnwindSafe(|| (*data.value.get()).clear(&mut garbage)));
        if mutable {
            data.state.unexclude();
        }
    }
    drop(garbage);
}

/// `tp_traverse` of class `T`.
///
/// # Safety
/// Called by the collector, with an instance.
#[inline]
pub(super) unsafe extern "C" fn tp_traverse<T: PyClass>(
    object: *mut ffi::PyObject,
    visit: ffi::visitproc,
    argument: *mut c_void,
) -> c_int {
    // SAFETY: an instance has a type, and a dict where the class says so; a base's own function takes any instance of it.
    unsafe {
        let class = ffi::Py_TYPE(object);
        if ffi::instances_visit_type() {
            match visit(class.cast(), argument) {
                0 => {}
                stop => return stop,
            }
        }
        if T::DICT {
            match ffi::Py_VISIT(*dict_place::<T>(object), visit, argument) {
                0 => {}
                stop => return stop,
            }
        }
        match T::traverse_fields(object, visit, argument) {
            0 => {}
            stop => return stop,
        }
        if !T::PLAIN {
            let base = native_base::<T>(Python::assume_attached());
            if let Some(base_traverse) = ffi::type_traverse(base) {
                return base_traverse(object, visit, argument);
            }
        }
        0
    }
}

/// `tp_clear` of class `T`.
///
/// # Safety
/// Called by the collector, with an instance.
#[inline]
pub(super) unsafe extern "C" fn tp_clear<T: PyClass>(object: *mut ffi::PyObject) -> c_int {
    // SAFETY: as for `tp_traverse`; the collector is attached.
    unsafe {
        let py = Python::assume_attached();
        crate::err::panic::contain(py, || {
            T::clear_fields(Bound::from_ptr_ref(py, &object));
            if T::DICT {
                drop(take_dict::<T>(py, object));
            }
        });
        if !T::PLAIN {
            if let Some(base_clear) = ffi::type_clear(native_base::<T>(py)) {
                return base_clear(object);
            }
        }
        0
    }
}

/// The base class of C that class `T` derives from in the end, whose functions take any instance.
pub(super) fn native_base<T: PyClass>(py: Python<'_>) -> *mut ffi::PyTypeObject {
    solid_base(T::native(py))
}

/// The class itself, or the nearest one above it that is not made at run time.
pub(super) fn solid_base(mut class: *mut ffi::PyTypeObject) -> *mut ffi::PyTypeObject {
    // SAFETY: a type object and its bases are alive; `object` ends the walk.
    unsafe {
        while ffi::PyType_HasFeature(class, ffi::Py_TPFLAGS_HEAPTYPE) != 0 {
            class = ffi::type_base(class);
        }
    }
    class
}

/// Where an instance keeps its dict.
///
/// # Safety
/// `T` has `DICT`, and `object` is an instance.
unsafe fn dict_place<T: PyClass>(object: *mut ffi::PyObject) -> *mut *mut ffi::PyObject {
    // SAFETY: the offset is inside of the instance; subclasses have the same.
    unsafe { object.cast::<u8>().add(T::dict_offset()).cast() }
}

/// Takes the dict of an instance away.
///
/// # Safety
/// `T` has `DICT`, and `object` is an instance.
pub(super) unsafe fn take_dict<T: PyClass>(
    py: Python<'_>,
    object: *mut ffi::PyObject,
) -> Option<Bound<'_, PyAny>> {
    // SAFETY: the place holds a reference or null.
    unsafe {
        Bound::from_owned_ptr_or_opt(py, std::ptr::replace(dict_place::<T>(object), std::ptr::null_mut()))
    }
}
