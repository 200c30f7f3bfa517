//! The two conversion traits. The layers below conversion only name them; the implementations for Rust's own types
//! are in `conversion`.

use super::{Bound, PyAny, Python, TypeHint};
use crate::err::PyResult;
use crate::ffi;
use std::cell::{Cell, OnceCell};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A Rust type that can be made from a Python object.
///
/// `'a` is the time for which the object is lent, so that `&'a str` or `&'a Bound<'py, PyDict>` borrow from it and copy
/// nothing. [`Bound::extract`] calls it, and so does every function that Python calls, for each argument.
///
/// ```
/// use pyrules::{Bound, FromPyObject, PyAny, PyResult, Python, TypeHint};
///
/// struct Point(f64, f64);
///
/// impl<'a, 'py> FromPyObject<'a, 'py> for Point {
///     const HINT: TypeHint = TypeHint::Name("Point");
///
///     fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
///         Ok(Point(object.getattr("real")?.extract()?, object.getattr("imag")?.extract()?))
///     }
/// }
///
/// Python::attach(|py| {
///     let point: Point = py.eval("1+2j", None, None)?.extract()?;
///     assert_eq!((point.0, point.1), (1.0, 2.0));
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from a Python object",
    label = "no conversion from Python to `{Self}`",
    note = "implement `FromPyObject` for it, or take `&Bound<'_, PyAny>` and convert by hand; a collection of another crate goes \
            in `AsDict`, `AsList` or `AsSet`; where a function is generic, its type is stated in the list: `name: Type`"
)]
pub trait FromPyObject<'a, 'py>: Sized {
    /// The Python types that are accepted, as a type hint.
    const HINT: TypeHint = TypeHint::Any;

    /// Makes the value.
    ///
    /// # Errors
    /// What Python's own functions raise for an object that does not fit: mostly `TypeError`, `OverflowError` for an
    /// integer out of range, `ValueError` for a value.
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self>;

    /// Makes the value of an argument. What the value borrows from, besides the object, is kept in `holder` for the
    /// time of the call.
    #[doc(hidden)]
    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        let _ = holder;
        Self::extract(object)
    }

    /// Makes the value of an operator's operand; `None` where a look at the object's type shows that it is not for it.
    #[doc(hidden)]
    #[inline]
    fn extract_operand(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Option<Self>> {
        match Self::extract_at_once(object) {
            Some(value) => Ok(Some(value)),
            None if Self::may_accept(object) => Self::extract_argument(object, holder).map(Some),
            None => Ok(None),
        }
    }

    /// Whether a look at the object's type lets hope that it converts: an operator asks before an error is made for nothing.
    #[doc(hidden)]
    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        let _ = object;
        true
    }

    /// The value, where it can be had without running any code that is not ours: the object need not be kept alive for it.
    #[doc(hidden)]
    #[inline]
    fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
        let _ = object;
        None
    }

    /// Whether [`extract_at_once`](Self::extract_at_once) does for most objects.
    #[doc(hidden)]
    const AT_ONCE: bool = false;

    /// Whether converting one never converts another: a collection of these is not asked how deep it is.
    #[doc(hidden)]
    const IS_LEAF: bool = false;

    /// Whether a sequence of these is made from a `bytes` object: true of `u8` alone.
    #[doc(hidden)]
    const IS_BYTE: bool = false;

    /// The value of an item of a `bytes` object, where [`IS_BYTE`](Self::IS_BYTE).
    #[doc(hidden)]
    #[inline]
    fn from_byte(byte: u8) -> Option<Self> {
        let _ = byte;
        None
    }
}

/// What the arguments of a call borrow from, when that is not the Python objects themselves. Seldom is there anything in it.
#[doc(hidden)]
#[derive(Default)]
pub struct Holder<'py> {
    first: OnceCell<ManuallyDrop<Held<'py>>>,
    /// What is held besides: a list of boxes.
    more: Cell<Option<NonNull<Held<'py>>>>,
}

/// An object, and what is done when the call is over.
struct Held<'py> {
    object: Bound<'py, PyAny>,
    release: Option<unsafe fn(&Bound<'py, PyAny>)>,
    next: Option<NonNull<Held<'py>>>,
}

/// What is seldom needed is not in the way of what is: one look, and no call.
impl Drop for Holder<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.first.get().is_some() {
            self.release();
        }
    }
}

impl Drop for Held<'_> {
    #[inline]
    fn drop(&mut self) {
        if let Some(release) = self.release {
            // SAFETY: said by the caller of `hold_until`.
            unsafe { release(&self.object) };
        }
    }
}

impl<'py> Holder<'py> {
    /// An empty one.
    #[allow(clippy::declare_interior_mutable_const)] // each use is a copy
    pub const EMPTY: Self = Holder { first: OnceCell::new(), more: Cell::new(None) };

    /// Keeps `object` for the time of the call.
    #[inline]
    pub(crate) fn hold(&self, object: Bound<'py, PyAny>) -> &Bound<'py, PyAny> {
        self.keep(Held { object, release: None, next: None })
    }

    /// Keeps `object`, and calls `release` when the call is over.
    ///
    /// # Safety
    /// That is the time to call `release` with this object.
    #[inline]
    pub(crate) unsafe fn hold_until(
        &self,
        object: Bound<'py, PyAny>,
        release: unsafe fn(&Bound<'py, PyAny>),
    ) {
        self.keep(Held { object, release: Some(release), next: None });
    }

    #[inline]
    fn keep(&self, held: Held<'py>) -> &Bound<'py, PyAny> {
        let mut held = Some(held);
        let first = self.first.get_or_init(|| ManuallyDrop::new(held.take().expect("called once")));
        match held {
            None => &first.object,
            Some(held) => self.keep_more(held),
        }
    }

    #[cold]
    fn keep_more(&self, mut held: Held<'py>) -> &Bound<'py, PyAny> {
        held.next = self.more.get();
        let held = NonNull::from(Box::leak(Box::new(held)));
        self.more.set(Some(held));
        // SAFETY: a box that is freed when `self` ends, which the reference does not outlive; nobody writes to it before.
        unsafe { &(*held.as_ptr()).object }
    }

    #[cold]
    fn release(&mut self) {
        let mut more = self.more.take();
        while let Some(held) = more {
            // SAFETY: a box of `keep_more`, of which nothing is lent any more.
            let held = unsafe { Box::from_raw(held.as_ptr()) };
            more = held.next;
        }
        if let Some(held) = self.first.get_mut() {
            // SAFETY: dropped once, here, at the end of `self`.
            unsafe { ManuallyDrop::drop(held) };
        }
    }
}

/// An object that was made for the occasion, or one that is lent for `'a`.
#[doc(hidden)]
pub struct LentObject<'a, 'py> {
    object: ManuallyDrop<Bound<'py, PyAny>>,
    is_made: bool,
    lender: PhantomData<&'a Bound<'py, PyAny>>,
}

impl<'a, 'py> LentObject<'a, 'py> {
    /// One that was made.
    #[inline]
    pub fn made(object: Bound<'py, PyAny>) -> Self {
        LentObject { object: ManuallyDrop::new(object), is_made: true, lender: PhantomData }
    }

    /// One that is lent.
    #[inline]
    pub fn of(object: &'a Bound<'py, PyAny>) -> Self {
        // SAFETY: the object is alive for `'a`, and this reference to it is never given back.
        let object = unsafe { std::ptr::read(object) };
        LentObject { object: ManuallyDrop::new(object), is_made: false, lender: PhantomData }
    }
}

impl<'py> LentObject<'_, 'py> {
    /// One that is alive as long as the interpreter.
    ///
    /// # Safety
    /// The object is that.
    #[inline]
    pub(crate) unsafe fn lasting(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: not null; this reference to it is never given back.
        let object = unsafe { Bound::from_owned_ptr(py, object) };
        LentObject { object: ManuallyDrop::new(object), is_made: false, lender: PhantomData }
    }
}

impl<'py> std::ops::Deref for LentObject<'_, 'py> {
    type Target = Bound<'py, PyAny>;

    #[inline]
    fn deref(&self) -> &Bound<'py, PyAny> {
        &self.object
    }
}

impl Drop for LentObject<'_, '_> {
    #[inline]
    fn drop(&mut self) {
        if self.is_made {
            // SAFETY: dropped once, here; the reference is ours.
            unsafe { ManuallyDrop::drop(&mut self.object) };
        }
    }
}

/// A Rust value that can become a Python object.
///
/// `Result<T, E>` is one where `T` is and `E` converts to [`PyErr`](crate::PyErr): that is how functions return errors.
///
/// ```
/// use pyrules::{Bound, IntoPyObject, PyComplex, PyResult, Python};
///
/// struct Point(f64, f64);
///
/// impl<'py> IntoPyObject<'py> for Point {
///     type Target = PyComplex;
///
///     fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyComplex>> {
///         Ok(PyComplex::from_doubles(py, self.0, self.1))
///     }
/// }
///
/// Python::attach(|py| {
///     assert_eq!(Point(1.0, 2.0).into_pyobject(py)?.to_string(), "(1+2j)");
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a Python object",
    label = "no conversion from `{Self}` to Python",
    note = "implement `IntoPyObject` for it; a `Result<T, E>` needs `PyErr: From<E>`"
)]
pub trait IntoPyObject<'py>: Sized {
    /// The type of the object that is made.
    type Target;

    /// The type of the object that is made, as a type hint.
    const HINT: TypeHint = TypeHint::Any;

    /// Makes the object.
    ///
    /// # Errors
    /// Whatever making it raises: `MemoryError`, or the error that the value itself stands for.
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, Self::Target>>;

    /// Makes the object, or lends one that is there: a borrowed reference is not counted.
    #[doc(hidden)]
    #[inline]
    fn lend_pyobject<'a>(self, py: Python<'py>) -> PyResult<LentObject<'a, 'py>>
    where
        Self: 'a,
    {
        Ok(LentObject::made(self.into_pyobject(py)?.into_any()))
    }

    /// Whether a sequence of these is a `bytes` object: true of `u8` alone.
    #[doc(hidden)]
    const IS_BYTE: bool = false;

    /// The value as an item of a `bytes` object, where [`IS_BYTE`](Self::IS_BYTE).
    #[doc(hidden)]
    #[inline]
    fn as_byte(&self) -> Option<u8> {
        None
    }
}
