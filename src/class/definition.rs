//! The static data of a class.

use super::borrow::Access;
use super::freelist::FreeList;
use super::gc::{Garbage, Visit};
use super::member::Member;
use crate::err::PyResult;
use crate::python::{Bound, PyAny, PyClassBase, PyStatic, Python};
use crate::types::PyType;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicUsize};

/// A Rust type that is a Python class: [`py_class!`](crate::py_class) implements it.
///
/// ```
/// use pyrules::prelude::*;
///
/// pub struct Point {
///     x: f64,
/// }
///
/// py_class! {
///     pub class Point {
///         new(x) = |x: f64| Point { x };
///         get x: field;
///     }
/// }
///
/// fn class_name<T: PyClass>() -> &'static str {
///     T::NAME
/// }
///
/// assert_eq!(class_name::<Point>(), "Point");
/// ```
///
/// # Safety
/// For `py_class!` alone to implement.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a class of `py_class!`",
    label = "not declared by `py_class!`"
)]
pub unsafe trait PyClass: Sized + 'static {
    /// The class that it derives from; `PyAny` is `object`.
    type Base: PyClassBase;
    /// How instances are borrowed.
    #[doc(hidden)]
    type Access: Access;
    /// The name in Python.
    const NAME: &'static str;
    /// The module that the class names as its own, if the declaration says so.
    #[doc(hidden)]
    const MODULE: Option<&'static str>;
    /// Where it was declared, for want of a module.
    #[doc(hidden)]
    const PATH: &'static str;
    /// The docstring, with a final NUL.
    #[doc(hidden)]
    const DOC: &'static [u8];
    #[doc(hidden)]
    const MEMBERS: &'static [Option<Member>];
    #[doc(hidden)]
    const OPTIONS: ClassOptions;

    /// What makes the object that stands for a value, where that is not a new instance: that of an enum.
    #[doc(hidden)]
    const OBJECT: Option<MakeObject<Self>> = None;

    #[doc(hidden)]
    fn class() -> &'static ClassStatic;

    /// Tells the classes that are attributes of this one which module lists it.
    #[doc(hidden)]
    fn enter_nested(py: Python<'_>, module: &Bound<'_, PyAny>) -> PyResult<()> {
        let _ = (py, module);
        Ok(())
    }

    /// Visits the fields that hold objects.
    #[doc(hidden)]
    fn traverse(&self, visit: &mut Visit<'_>) {
        let _ = visit;
    }

    /// Empties these fields.
    #[doc(hidden)]
    fn clear(&mut self, garbage: &mut Garbage) {
        let _ = garbage;
    }
}

/// Makes the object that stands for a value.
pub type MakeObject<T> = for<'py> fn(T, Python<'py>) -> PyResult<Bound<'py, T>>;

/// What is found out about a class when the program runs.
pub struct ClassStatic {
    /// The type object that `PyType_FromSpec` has made: the class object, unless Python has made that of it.
    pub(super) core: PyStatic<PyType>,
    /// The class object as soon as there is one.
    pub(super) begun: PyStatic<PyType>,
    /// The same, once it has all its attributes.
    pub(super) done: PyStatic<PyType>,
    /// Where the fields of the Rust struct begin, when the base's size is not known at compile time.
    pub(super) offset: AtomicUsize,
    /// The `tp_dealloc` that the class was given. A function may have several addresses, hence that one is kept.
    pub(super) dealloc: AtomicPtr<()>,
    /// The `tp_new`, likewise, where a call of the class has a shorter way than that.
    #[cfg_attr(not(all(Py_3_9, not(Py_LIMITED_API))), allow(dead_code))]
    pub(super) new: AtomicPtr<()>,
    /// The `tp_call`, likewise.
    #[cfg_attr(not(all(Py_3_9, not(Py_LIMITED_API))), allow(dead_code))]
    pub(super) call: AtomicPtr<()>,
    pub(super) free: FreeList,
}

impl Default for ClassStatic {
    fn default() -> Self {
        Self::new()
    }
}

impl ClassStatic {
    /// Nothing is known yet.
    pub const fn new() -> Self {
        ClassStatic {
            core: PyStatic::of_modules(),
            begun: PyStatic::of_modules(),
            done: PyStatic::of_modules(),
            offset: AtomicUsize::new(0),
            dealloc: AtomicPtr::new(null_mut()),
            new: AtomicPtr::new(null_mut()),
            call: AtomicPtr::new(null_mut()),
            free: FreeList::new(),
        }
    }
}

/// The options of `class Name(options)`.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct ClassOptions {
    pub(super) subclass: bool,
    pub(super) weakref: bool,
    pub(super) dict: bool,
    pub(super) gc: bool,
    pub(super) immutable: bool,
    pub(super) sequence: bool,
    pub(super) mapping: bool,
    /// A base class that is written in Python, `module.Class`.
    pub(super) python_base: Option<&'static str>,
    pub(super) metaclass: Option<&'static str>,
    /// Abstract base classes to register with.
    pub(super) abc: &'static [&'static str],
    /// The abstract class of the container that `list_of` or `dict_of` makes of it.
    pub(super) container: Option<&'static str>,
    pub(super) pickle: bool,
    /// Whether it is an enum without data, whose class of classes is ours.
    pub(super) enumeration: bool,
    /// How many instances' memory is kept.
    pub(super) freelist: usize,
}

impl Default for ClassOptions {
    fn default() -> Self {
        Self::new()
    }
}

#[allow(missing_docs)] // SPEC.md has them
impl ClassOptions {
    pub const fn new() -> Self {
        ClassOptions {
            subclass: false,
            weakref: false,
            dict: false,
            gc: false,
            immutable: false,
            sequence: false,
            mapping: false,
            python_base: None,
            metaclass: None,
            abc: &[],
            container: None,
            pickle: false,
            enumeration: false,
            freelist: 0,
        }
    }

    pub const fn subclass(self) -> Self {
        ClassOptions { subclass: true, ..self }
    }

    /// Says that there are no subclasses, which is so anyway.
    pub const fn r#final(self) -> Self {
        assert!(!self.subclass, "py_class!: `final` and `subclass` exclude each other");
        self
    }

    /// Says that instances do not change, which is so anyway.
    pub const fn frozen(self) -> Self {
        self
    }

    pub const fn weakref(self) -> Self {
        ClassOptions { weakref: true, ..self }
    }

    pub const fn dict(self) -> Self {
        ClassOptions { dict: true, ..self }
    }

    pub const fn gc(self) -> Self {
        ClassOptions { gc: true, ..self }
    }

    pub const fn immutable(self) -> Self {
        ClassOptions { immutable: true, ..self }
    }

    #[inline]
    pub const fn sequence(self) -> Self {
        assert!(!self.mapping, "py_class!: `sequence` and `mapping` exclude each other");
        ClassOptions { sequence: true, ..self }
    }

    #[inline]
    pub const fn mapping(self) -> Self {
        assert!(!self.sequence, "py_class!: `sequence` and `mapping` exclude each other");
        ClassOptions { mapping: true, ..self }
    }

    pub const fn python_base(self, name: &'static str) -> Self {
        ClassOptions { python_base: Some(name), ..self }
    }

    pub const fn metaclass(self, name: &'static str) -> Self {
        ClassOptions { metaclass: Some(name), ..self }
    }

    pub const fn abc(self, names: &'static [&'static str]) -> Self {
        ClassOptions { abc: names, ..self }
    }

    #[inline]
    pub const fn list_of(self) -> Self {
        self.container("collections.abc.MutableSequence").sequence()
    }

    #[inline]
    pub const fn dict_of(self) -> Self {
        self.container("collections.abc.MutableMapping").mapping()
    }

    #[inline]
    const fn container(self, name: &'static str) -> Self {
        assert!(
            self.container.is_none(),
            "py_class!: a class is one container: `list_of` or `dict_of`, given once"
        );
        ClassOptions { container: Some(name), ..self }
    }

    pub const fn freelist(self, count: usize) -> Self {
        ClassOptions { freelist: count, ..self }
    }

    pub const fn pickle(self) -> Self {
        ClassOptions { pickle: true, ..self }
    }

    /// An enum without data.
    pub const fn enumeration(self) -> Self {
        ClassOptions { enumeration: true, ..self }
    }
}
