//! The beginning of an instance.

use super::borrow::{AccessState, PyRef};
use super::definition::PyClass;
use super::destroy::is_direct;
use super::gc::native_base;
use super::layout::{Data, State, data};
use super::member::{Member, find};
use super::receiver::class_receiver;
use super::special::Id;
use crate::call::{
    Arguments, Callable, Plain, Receiver, bind_tuple, call_with_tuple, enter, enter_with, receiver_ref,
};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, NativeBase, PyAny, PyClassBase, Python};
use crate::types::{PyTuple, PyType};
use std::cell::UnsafeCell;
use std::ffi::c_int;
use std::marker::PhantomData;
use std::ptr::null_mut;

/// What an instance of class `T` is made of: what `new` returns, and [`Py::new`](crate::Py::new) takes.
///
/// - `T` itself.
/// - `(T, Base)` where the base is a class of `py_class!` too; `(T, (Base, BaseOfBase))` and so on.
/// - `Super(T, arguments)`: the native base's own `__new__` gets these arguments (without it, none).
/// - A `Result` of one of these.
#[diagnostic::on_unimplemented(
    message = "an instance of the class `{T}` cannot be made of `{Self}`",
    label = "not what an instance is made of",
    note = "`new` returns `Self`, or `(Self, Base)` where the base is a class of `py_class!`, or `Super(Self, arguments)` for a native \
            base, or a `Result` of one of these whose error converts to `PyErr`"
)]
pub trait Initial<T: PyClass>: Sized {
    /// Allocates the instance and fills it.
    ///
    /// # Safety
    /// `class` is the class object of `T` or of a subclass; `direct` says that its instances are allocated by us.
    #[doc(hidden)]
    unsafe fn instantiate<'py>(self, class: &Bound<'py, PyType>, direct: bool)
    -> PyResult<Bound<'py, PyAny>>;
}

/// The Rust struct of an instance, and the arguments of the `__new__` of a base that is no class of `py_class!`.
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::{PyFloat, Super};
///
/// pub struct Celsius {
///     place: String,
/// }
///
/// py_class! {
///     pub class Celsius(base = PyFloat) {
///         new(degrees, place) = |degrees: f64, place: String| Super(Celsius { place }, (degrees,));
///         get place: field;
///     }
/// }
///
/// Python::attach(|py| {
///     let room = py.get_type::<Celsius>().call1((21.5, "room"))?;
///     assert_eq!(room.extract::<f64>()?, 21.5);
///     assert_eq!(room.getattr("place")?.to_string(), "room");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Super<T, A>(pub T, pub A);

impl<T: PyClass<Base: NativeBase>> Initial<T> for T {
    #[inline]
    unsafe fn instantiate<'py>(
        self,
        class: &Bound<'py, PyType>,
        direct: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        if let Some(object) = const { T::OBJECT } {
            return object(self, class.py()).map(Bound::into_any);
        }
        // SAFETY: said by the caller.
        unsafe { place(self, class, direct) }
    }
}

/// Makes an instance of the value of a class with a native base.
///
/// # Safety
/// As for `instantiate`.
#[inline]
pub(super) unsafe fn place<'py, T: PyClass<Base: NativeBase>>(
    value: T,
    class: &Bound<'py, PyType>,
    direct: bool,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: said by the caller. A bare object is whole when it is filled, since nothing else is in it.
    unsafe {
        let ptype = class.as_type_ptr();
        if T::PLAIN && direct && is_bare::<T>(ptype) {
            let object = ffi::new_bare_object(ptype, T::GC);
            let object = fill(Bound::from_owned_ptr_or_err(class.py(), object)?, value);
            if T::GC {
                ffi::track_bare_object(object.as_ptr());
            }
            return Ok(object);
        }
        let object = if T::PLAIN { plain(class, direct)? } else { by_base::<T>(class, None)? };
        Ok(fill(object, value))
    }
}

impl<T: PyClass<Base: PyClass>, I: Initial<T::Base>> Initial<T> for (T, I) {
    #[inline]
    unsafe fn instantiate<'py>(
        self,
        class: &Bound<'py, PyType>,
        direct: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: said by the caller; a subclass of `T` is one of its base.
        unsafe { Ok(fill(self.1.instantiate(class, direct)?, self.0)) }
    }
}

impl<T, A> Initial<T> for Super<T, A>
where
    T: PyClass<Base: NativeBase>,
    A: for<'py> IntoPyObject<'py, Target = PyTuple>,
{
    unsafe fn instantiate<'py>(self, class: &Bound<'py, PyType>, _: bool) -> PyResult<Bound<'py, PyAny>> {
        let arguments = self.1.into_pyobject(class.py())?;
        // SAFETY: said by the caller.
        unsafe { Ok(fill(by_base::<T>(class, Some(&arguments))?, self.0)) }
    }
}

impl<T, I, E> Initial<T> for Result<I, E>
where
    T: PyClass,
    I: Initial<T>,
    PyErr: From<E>,
{
    #[inline]
    unsafe fn instantiate<'py>(
        self,
        class: &Bound<'py, PyType>,
        direct: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: said by the caller.
        unsafe { self?.instantiate(class, direct) }
    }
}

/// Whether nothing is in an instance but the struct, which is put there at once: no need to fill it with zeros first, nor for the
/// collector to know it before. (To ask how large it is takes longer, in the limited API.)
///
/// # Safety
/// `class` is the class object of `T` or of a subclass, whose instances are allocated by us.
#[inline]
unsafe fn is_bare<T: PyClass>(class: *mut ffi::PyTypeObject) -> bool {
    // SAFETY: said by the caller.
    unsafe {
        cfg!(not(any(Py_LIMITED_API, PyPy)))
            && !(T::DICT || T::WEAKREF)
            && T::END.is_some_and(|end| ffi::type_basicsize(class) as usize == end)
            && (T::GC || ffi::PyType_IS_GC(class) == 0)
            && ffi::type_alloc(class)
                .is_some_and(|alloc| std::ptr::fn_addr_eq(alloc, ffi::PyType_GenericAlloc as ffi::allocfunc))
    }
}

/// Allocates an instance that `object` is the native base of. One copy for all classes.
///
/// # Safety
/// As for `instantiate`.
#[inline(never)]
unsafe fn plain<'py>(class: &Bound<'py, PyType>, direct: bool) -> PyResult<Bound<'py, PyAny>> {
    let ptype = class.as_type_ptr();
    // SAFETY: a class of ours is allocated as any heap type is; `object.__new__` does more for a Python subclass, whose
    // attributes would be slow otherwise, and refuses one that is abstract. All give a new reference or null.
    unsafe {
        if direct {
            let alloc = ffi::type_alloc(ptype).unwrap_or(ffi::PyType_GenericAlloc);
            return Bound::from_owned_ptr_or_err(class.py(), alloc(ptype, 0));
        }
    }
    by_object(class)
}

/// Allocates an instance by `object.__new__`.
#[cold]
#[inline(never)]
fn by_object<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: every class derives from it.
    unsafe { new_by(&raw mut ffi::PyBaseObject_Type, class, &PyTuple::empty(class.py())) }
}

/// Allocates an instance by the `__new__` of its native base.
///
/// # Safety
/// As for `instantiate`.
unsafe fn by_base<'py, T: PyClass>(
    class: &Bound<'py, PyType>,
    arguments: Option<&Bound<'py, PyTuple>>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = class.py();
    let base = if T::PLAIN { &raw mut ffi::PyBaseObject_Type } else { native_base::<T>(py) };
    // SAFETY: the class derives from that base.
    unsafe {
        match arguments {
            Some(arguments) => new_by(base, class, arguments),
            None => new_by(base, class, &PyTuple::empty(py)),
        }
    }
}

/// # Safety
/// `class` derives from `base`.
#[inline]
unsafe fn new_by<'py>(
    base: *mut ffi::PyTypeObject,
    class: &Bound<'py, PyType>,
    arguments: &Bound<'py, PyTuple>,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a base class has a `tp_new`; said by the caller.
    unsafe {
        let new = ffi::type_new(base).expect("a base class can be instantiated");
        Bound::from_owned_ptr_or_err(class.py(), new(class.as_type_ptr(), arguments.as_ptr(), null_mut()))
    }
}

/// Moves the struct into its place.
///
/// # Safety
/// `object` is a new instance of `T` or of a subclass, of which `T`'s part is not filled.
#[inline]
unsafe fn fill<T: PyClass>(object: Bound<'_, PyAny>, value: T) -> Bound<'_, PyAny> {
    let state = State::<T>::ready();
    // SAFETY: the place is there, and holds nothing.
    unsafe { data::<T>(object.as_ptr()).write(Data { value: UnsafeCell::new(value), state }) };
    if let Some(Member::Call(_, Some(call))) = const { find::<T>(Id::Call as u8) } {
        // SAFETY: what has a `__call__` has this place in each instance, by itself or by its base.
        unsafe {
            object.as_ptr().cast::<u8>().add(T::call_offset()).cast::<ffi::vectorcallfunc>().write(call)
        };
    }
    object
}

/// Makes an instance of what `new` has returned; the receiver is the class that was called.
#[inline]
pub fn create<'py, T: PyClass, I: Initial<T>>(
    _: Python<'py>,
    receiver: &Receiver<'py>,
    value: I,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: only the row of `new` calls this, and the entry points below call that with class `T` or a subclass.
    unsafe {
        let class = class_receiver(receiver);
        value.instantiate(class, is_direct::<T>(class.as_type_ptr()))
    }
}

/// What makes instances of class `T`. (A method, since `create::<T, _>` would have a compile error point at the `_`.)
pub struct InstanceOf<T>(PhantomData<T>);

/// What makes instances of class `T`.
#[inline]
pub fn instance_of<T: PyClass>() -> InstanceOf<T> {
    InstanceOf(PhantomData)
}

impl<T: PyClass> InstanceOf<T> {
    /// Makes an instance of what `new` has returned; the receiver is the class that was called.
    #[inline]
    pub fn create<'py, I: Initial<T>>(
        self,
        py: Python<'py>,
        receiver: &Receiver<'py>,
        value: I,
    ) -> PyResult<Bound<'py, PyAny>> {
        create(py, receiver, value)
    }
}

/// A struct that makes an instance by itself, so that a function can return it. (The lifetime lets a bound with it be written
/// for a type that does not fulfil it.)
#[diagnostic::on_unimplemented(
    message = "`{Self}` alone makes no instance, since the base of its class has fields of its own",
    label = "not an instance without the base's fields",
    note = "return an instance that is made of both: `Bound::new(py, (value, base))`"
)]
pub trait Complete<'x>: PyClass + Initial<Self> {}

impl<T: PyClass + Initial<T>> Complete<'_> for T {}

/// Makes an instance of a value that a function returns.
#[inline]
pub fn new_instance<T>(py: Python<'_>, value: T) -> PyResult<Bound<'_, T>>
where
    T: for<'x> Complete<'x>,
{
    Bound::new(py, value)
}

/// A clone of an instance's struct.
///
/// # Errors
/// `TypeError` for another object, `RuntimeError` if the struct is borrowed exclusively.
pub fn clone_instance<T: PyClass + Clone>(object: &Bound<'_, PyAny>) -> PyResult<T> {
    Ok(PyRef::new(object.downcast::<T>()?)?.clone())
}

/// Drops what a field had before.
#[inline]
pub fn discard<T>(value: T) {
    drop(value);
}

/// `tp_new` of class `T`, whose row `new` is `R`.
///
/// # Safety
/// Called by the interpreter, with the class or a subclass.
pub(super) unsafe extern "C" fn tp_new<R: Callable<Protocol = Plain>>(
    class: *mut ffi::PyTypeObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, with a tuple and a dict or null.
    unsafe {
        enter(|py| {
            let receiver = class.cast();
            // As `object.__new__` does: what an `__init__` takes is not for `new`.
            if R::SIGNATURE.is_empty() && !has_plain_init(class) {
                return R::invoke(py, receiver_ref(py, &receiver), Arguments::of(py, &R::SIGNATURE, &[]));
            }
            call_with_tuple(py, &R::SIGNATURE, receiver_ref(py, &receiver), arguments, keywords, R::invoke)
        })
    }
}

/// Whether `__init__` is that of `object`, which does nothing.
///
/// # Safety
/// `class` is a type object.
#[inline]
pub(super) unsafe fn has_plain_init(class: *mut ffi::PyTypeObject) -> bool {
    // SAFETY: said by the caller; only addresses are compared, both of which the interpreter has put there.
    unsafe {
        let address = |init: Option<ffi::initproc>| init.map_or(null_mut(), |init| init as *mut ());
        address(ffi::type_init(class)) == address(ffi::type_init(&raw mut ffi::PyBaseObject_Type))
    }
}

/// `tp_new` of a class that Python cannot instantiate.
///
/// # Safety
/// Called by the interpreter.
pub(super) unsafe extern "C" fn refuse_new(
    class: *mut ffi::PyTypeObject,
    _: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, with a class.
    unsafe {
        enter(|py| {
            let class = PyType::from_borrowed_type_ptr(py, class);
            let text = format!("cannot create '{}' instances", class.fully_qualified_name()?);
            Err(PyErr::with_message::<PyTypeError>(text))
        })
    }
}

/// `tp_init` whose row is `R`.
///
/// # Safety
/// Called by the interpreter, with an instance.
pub(super) unsafe extern "C" fn tp_init<R: Callable<Protocol = super::protocol::Init>>(
    receiver: *mut ffi::PyObject,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
) -> c_int {
    // SAFETY: the interpreter calls attached, with a tuple and a dict or null.
    unsafe {
        enter_with(-1, |py| {
            bind_tuple(py, &R::SIGNATURE, arguments, keywords, |bound| {
                R::invoke(py, receiver_ref(py, &receiver), bound)
            })?;
            Ok(0)
        })
    }
}
