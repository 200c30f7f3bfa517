//! What a `PyErr` holds, and how it becomes the exception object.

use super::PyResult;
use super::argument::{Argument, sentence_of};
use super::exceptions::{PyBaseException, PyOverflowError, PySystemError, PyTypeError};
use super::within::Within;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, Py, PyAny, PyTypeInfo, Python};
use crate::types::{PyString, PyType};
use std::any::Any;
use std::borrow::Cow;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, OnceLock};

/// A Python exception.
///
/// One word wide, so that a `Result` with it stays small. Made in Rust it is lazy: the exception object is built when
/// somebody looks at it or when it is raised in Python, and an error that is handled in Rust costs no Python object.
///
/// `?` makes one of the errors of the standard library; `impl From<MyError> for PyErr` does it for yours.
///
/// ```
/// use pyrules::exceptions::{PyValueError, PyZeroDivisionError};
/// use pyrules::{PyErr, Python};
///
/// let error = PyErr::new::<PyValueError, _>("no such shape");
/// assert_eq!(error.to_string(), "ValueError: no such shape");
///
/// Python::attach(|py| {
///     let error = py.eval("1 // 0", None, None).unwrap_err();
///     assert!(error.is_instance_of::<PyZeroDivisionError>(py));
/// });
/// ```
pub struct PyErr {
    state: ManuallyDrop<Box<State>>,
}

/// Whoever returns a `PyResult` drops errors somewhere: by a call of one function, not by the glue for all that may be in them.
impl Drop for PyErr {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: `self` is not used any more.
        discard(unsafe { ManuallyDrop::take(&mut self.state) });
    }
}

#[cold]
#[inline(never)]
fn discard(state: Box<State>) {
    drop(state);
}

/// Either not yet an object, or one; the object is set once.
pub(super) struct State {
    object: OnceLock<Py<PyBaseException>>,
    lazy: Mutex<Option<Lazy>>,
}

/// The type of an exception, looked up when it is needed.
pub(super) type TypeOf = fn(Python<'_>) -> *mut ffi::PyTypeObject;

/// Type and argument of an exception that is not an object yet.
pub(super) enum Lazy {
    /// One of our own texts, and the argument that it is about.
    Message { ptype: TypeOf, argument: Option<Argument>, text: Cow<'static, str> },
    /// An object is not of the expected type.
    WrongType { expected: Cow<'static, str>, found: Py<PyType> },
    /// One of these two, in a part of what was converted.
    Within(Box<Within>),
    /// An object that the user gave.
    Object { ptype: TypeOf, argument: Py<PyAny> },
    /// Whatever the user gave.
    Arguments(Box<MakeArguments>),
}

pub(super) type MakeArguments =
    dyn for<'py> FnOnce(Python<'py>) -> (Bound<'py, PyAny>, Bound<'py, PyAny>) + Send + Sync;

/// The arguments of an exception: whatever converts to Python and can be kept until then. A tuple gives several.
///
/// It is implemented for all such types; there is nothing to implement by hand.
pub trait PyErrArguments: Send + Sync + 'static {
    /// Makes the argument, or a tuple of the arguments.
    fn arguments(self, py: Python<'_>) -> Bound<'_, PyAny>;
}

impl<T> PyErrArguments for T
where
    T: for<'py> IntoPyObject<'py> + Send + Sync + 'static,
{
    #[inline]
    fn arguments(self, py: Python<'_>) -> Bound<'_, PyAny> {
        match self.into_pyobject(py) {
            Ok(value) => value.into_any(),
            // The error takes the place of the argument: what it says is not lost.
            Err(error) => error.into_value(py).into_bound(py).into_any(),
        }
    }
}

impl PyErr {
    #[inline]
    fn from_state(state: State) -> PyErr {
        PyErr { state: ManuallyDrop::new(Box::new(state)) }
    }

    #[inline]
    fn into_state(self) -> State {
        let mut this = ManuallyDrop::new(self);
        // SAFETY: `this` is not used any more, nor dropped.
        *unsafe { ManuallyDrop::take(&mut this.state) }
    }

    #[inline]
    pub(super) fn from_lazy(lazy: Lazy) -> PyErr {
        PyErr::from_state(State { object: OnceLock::new(), lazy: Mutex::new(Some(lazy)) })
    }

    #[inline]
    pub(super) fn from_object(object: Py<PyBaseException>) -> PyErr {
        PyErr::from_state(State { object: OnceLock::from(object), lazy: Mutex::new(None) })
    }

    /// An exception of class `T` with one of our own texts.
    #[cold]
    #[inline]
    pub(crate) fn with_message<T: PyTypeInfo>(text: impl Into<Cow<'static, str>>) -> PyErr {
        PyErr::of_message(T::type_object_raw, text.into())
    }

    #[cold]
    #[inline(never)]
    fn of_message(ptype: TypeOf, text: Cow<'static, str>) -> PyErr {
        PyErr::from_lazy(Lazy::Message { ptype, argument: None, text })
    }

    #[cold]
    #[inline(never)]
    fn of_object(ptype: TypeOf, argument: Py<PyAny>) -> PyErr {
        PyErr::from_lazy(Lazy::Object { ptype, argument })
    }

    /// `TypeError`: `object` is not of the type that is named.
    #[cold]
    #[inline]
    pub(crate) fn wrong_type(expected: impl Into<Cow<'static, str>>, object: &Bound<'_, PyAny>) -> PyErr {
        PyErr::of_wrong_type(expected.into(), object)
    }

    #[cold]
    #[inline(never)]
    fn of_wrong_type(expected: Cow<'static, str>, object: &Bound<'_, PyAny>) -> PyErr {
        PyErr::from_lazy(Lazy::WrongType { expected, found: object.get_type().unbind() })
    }

    /// `OverflowError` for a number that does not fit.
    #[cold]
    #[inline]
    pub(crate) fn overflow(text: impl Into<Cow<'static, str>>) -> PyErr {
        PyErr::with_message::<PyOverflowError>(text)
    }

    /// An exception of class `T`, not built yet. A tuple is taken as several arguments, anything else as the only one.
    #[cold]
    #[inline]
    pub fn new<T, A>(arguments: A) -> PyErr
    where
        T: PyTypeInfo,
        A: PyErrArguments,
    {
        // A text needs no second box, and may still get the names of function and argument put before it; nor does an object.
        let arguments = match text_of(arguments) {
            Ok(text) => return PyErr::of_message(T::type_object_raw, text),
            Err(arguments) => arguments,
        };
        let arguments = match object_of(arguments) {
            Ok(argument) => return PyErr::of_object(T::type_object_raw, argument),
            Err(arguments) => arguments,
        };
        PyErr::from_lazy(Lazy::Arguments(Box::new(move |py| {
            // SAFETY: `PyTypeInfo` says that the type object is alive.
            let ptype = unsafe { Bound::from_borrowed_ptr(py, T::type_object_raw(py).cast()) };
            (ptype, arguments.arguments(py))
        })))
    }

    /// Takes the exception that is set in this thread, if there is one. (`PyErr_GetRaisedException`)
    ///
    /// A [`PanicException`](super::panic::PanicException) that comes back to Rust goes on as the panic that it was.
    pub fn take(py: Python<'_>) -> Option<PyErr> {
        // SAFETY: attached; returns a new reference or null.
        let raised = unsafe { ffi::PyErr_GetRaisedException() };
        // SAFETY: as above.
        let raised = unsafe { Bound::from_owned_ptr_or_opt(py, raised) }?;
        // SAFETY: what is raised is an exception; on 2.7 an instance of an old-style class behaves as one.
        let raised: Bound<'_, PyBaseException> = unsafe { raised.downcast_into_unchecked() };
        super::panic::resume_if_panic(&raised);
        Some(PyErr::from_object(raised.unbind()))
    }

    /// Takes the exception that is set in this thread, after a C API call that has failed.
    #[cold]
    pub fn fetch(py: Python<'_>) -> PyErr {
        PyErr::take(py)
            .unwrap_or_else(|| PyErr::with_message::<PySystemError>("error return without exception set"))
    }

    /// Sets the exception in this thread, for a C function that is about to return its error value.
    /// (`PyErr_SetRaisedException`)
    pub fn restore(self, py: Python<'_>) {
        let State { object, lazy } = self.into_state();
        if let Some(object) = object.into_inner() {
            // SAFETY: attached; the reference is given away.
            unsafe { ffi::PyErr_SetRaisedException(object.into_ptr()) };
            return;
        }
        let lazy = lazy.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(lazy) = lazy {
            lazy.raise(py);
        }
    }

    /// The exception object; made now if it was not before.
    #[inline]
    pub fn value<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException> {
        match self.state.object.get() {
            Some(object) => object.bind(py),
            None => self.build(py),
        }
    }

    #[cold]
    fn build<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException> {
        loop {
            if let Some(object) = self.state.object.get() {
                return object.bind(py);
            }
            let lazy = self.state.lazy.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take();
            match lazy {
                Some(lazy) => {
                    // There must be an exception afterwards, since others may wait for it: if the user's conversion
                    // panics, it is that.
                    let object = catch_unwind(AssertUnwindSafe(|| lazy.into_object(py).unbind()))
                        .unwrap_or_else(|payload| super::panic::from_payload(payload).into_value(py));
                    if let Err(second) = self.state.object.set(object) {
                        drop(second);
                    }
                }
                // Another thread has taken it and is building the object, which may have let go of the interpreter.
                None => py.detach(std::thread::yield_now),
            }
        }
    }

    /// The exception object, by value.
    #[inline]
    pub fn into_value(self, py: Python<'_>) -> Py<PyBaseException> {
        self.value(py).to_unbound()
    }

    /// Whether there is no object yet.
    #[inline]
    pub(super) fn is_lazy(&self) -> bool {
        self.state.object.get().is_none()
    }

    /// The class, where it is known without building the object.
    pub(super) fn lazy_class(&self, py: Python<'_>) -> Option<*mut ffi::PyTypeObject> {
        let lazy = self.state.lazy.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let class: TypeOf = match *lazy {
            Some(Lazy::Message { ptype, .. } | Lazy::Object { ptype, .. }) => ptype,
            Some(Lazy::WrongType { .. }) => PyTypeError::type_object_raw,
            Some(Lazy::Within(ref within)) => within.class(),
            Some(Lazy::Arguments(_)) | None => return None,
        };
        // The class may have to be made or imported, which may run anything.
        drop(lazy);
        Some(class(py))
    }

    /// The text, where it is known without the interpreter.
    pub(super) fn lazy_text(&self) -> Option<String> {
        match self.state.lazy.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).as_ref() {
            Some(Lazy::Message { argument, text, .. }) => {
                Some(sentence_of(*argument, text.clone()).into_owned())
            }
            Some(Lazy::WrongType { expected, .. }) => Some(format!("expected {expected}")),
            Some(Lazy::Within(within)) => Some(within.text_alone()),
            Some(Lazy::Object { .. } | Lazy::Arguments(_)) | None => None,
        }
    }

    /// What is not an object yet, if it still is not; else the error.
    #[inline]
    pub(super) fn into_lazy(mut self) -> Result<Lazy, PyErr> {
        self.take_lazy().ok_or(self)
    }

    /// What is not an object yet, if it still is not. Then [`put_lazy`](PyErr::put_lazy) has to follow.
    #[inline]
    pub(super) fn take_lazy(&mut self) -> Option<Lazy> {
        self.state.lazy.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner()).take()
    }

    /// The error in its own box again, with another content.
    #[inline]
    pub(super) fn put_lazy(mut self, lazy: Lazy) -> PyErr {
        *self.state.lazy.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(lazy);
        self
    }
}

/// The argument as a text, if it is one. Which arm is taken is known at compile time.
#[inline]
fn text_of<A: 'static>(arguments: A) -> Result<Cow<'static, str>, A> {
    match cast(arguments) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(arguments) => cast(arguments).map(Cow::Owned),
    }
}

/// The argument as an object, if it is one of the usual types.
#[inline]
fn object_of<A: 'static>(arguments: A) -> Result<Py<PyAny>, A> {
    match cast::<A, Py<PyString>>(arguments) {
        Ok(text) => Ok(text.into_any()),
        Err(arguments) => cast(arguments),
    }
}

/// The value as the type that it is, if that is `R`.
#[inline]
fn cast<T: 'static, R: 'static>(value: T) -> Result<R, T> {
    let mut value = Some(value);
    let any: &mut dyn Any = &mut value;
    match any.downcast_mut::<Option<R>>().and_then(Option::take) {
        Some(result) => Ok(result),
        None => match value {
            Some(value) => Err(value),
            None => unreachable!("it is taken only where the function returns"),
        },
    }
}

impl Lazy {
    /// Class and argument.
    fn parts<'py>(self, py: Python<'py>) -> (Bound<'py, PyAny>, Bound<'py, PyAny>) {
        // Where there is no memory for the text, that is the argument.
        let argument_of = |text: PyResult<Bound<'py, PyString>>| match text {
            Ok(text) => text.into_any(),
            Err(error) => error.into_value(py).into_bound(py).into_any(),
        };
        let text = |text: &str| argument_of(text.into_pyobject(py));
        // SAFETY: `TypeOf` is `PyTypeInfo::type_object_raw`, whose type object is alive.
        let class = |ptype: TypeOf| unsafe { Bound::from_borrowed_ptr(py, ptype(py).cast()) };
        match self {
            Lazy::Message { ptype, argument: None, text: message } => (class(ptype), text(&message)),
            Lazy::Message { ptype, argument: Some(argument), text: message } => {
                (class(ptype), argument_of(PyString::of_parts(py, &argument.sentence(&message))))
            }
            Lazy::WrongType { expected, found } => {
                let found = super::downcast::type_name(found.bind(py));
                (class(PyTypeError::type_object_raw), text(&format!("expected {expected}, got {found}")))
            }
            Lazy::Within(within) => (class(within.class()), text(&within.text(py))),
            Lazy::Object { ptype, argument } => (class(ptype), argument.into_bound(py)),
            Lazy::Arguments(make) => make(py),
        }
    }

    /// Sets the exception without building the object. (`PyErr_SetObject`)
    fn raise(self, py: Python<'_>) {
        let (class, argument) = self.parts(py);
        let argument = super::native::native(argument);
        // SAFETY: attached; both are alive, and an exception class is given to `PyErr_SetObject`.
        unsafe {
            if ffi::PyExceptionClass_Check(class.as_ptr()) != 0 {
                ffi::PyErr_SetObject(class.as_ptr(), argument.as_ptr());
                // An older interpreter builds the exception later, and takes whatever the class makes of itself for one.
                #[cfg(not(Py_3_12))]
                if ffi::PyType_Check(class.as_ptr()) == 0
                    || ffi::PyType_HasFeature(class.as_ptr().cast(), ffi::Py_TPFLAGS_HEAPTYPE) != 0
                {
                    ffi::PyErr_SetRaisedException(ffi::PyErr_GetRaisedException());
                }
            } else {
                let text = c"exceptions must derive from BaseException";
                ffi::PyErr_SetString(ffi::PyExc_TypeError, text.as_ptr());
            }
        }
    }

    fn into_object(self, py: Python<'_>) -> Bound<'_, PyBaseException> {
        without_raised(py, || {
            self.raise(py);
            // SAFETY: `raise` has set an exception, hence a new reference; an exception is a `PyBaseException`.
            unsafe { Bound::from_owned_ptr(py, ffi::PyErr_GetRaisedException()).downcast_into_unchecked() }
        })
    }
}

/// Runs `f` with no exception set in this thread, and puts the one that is set back afterwards: Python code must not
/// run with one.
#[inline]
pub(super) fn without_raised<R>(_: Python<'_>, f: impl FnOnce() -> R) -> R {
    // SAFETY: attached.
    let before = unsafe {
        match ffi::PyErr_Occurred().is_null() {
            true => std::ptr::null_mut(),
            false => ffi::PyErr_GetRaisedException(),
        }
    };
    let result = f();
    if !before.is_null() {
        // SAFETY: attached; gives back the reference that was taken above.
        unsafe { ffi::PyErr_SetRaisedException(before) };
    }
    result
}

/// Calls a C function that returns -1 and sets an exception when it fails.
#[inline]
pub(crate) fn error_on_minus_one<T: PartialEq + From<i8>>(py: Python<'_>, result: T) -> super::PyResult<T> {
    if result == T::from(-1) { Err(PyErr::fetch(py)) } else { Ok(result) }
}

/// For C functions that return a value of which -1 may be right as well as an error.
#[inline]
pub(crate) fn error_if_set<T>(py: Python<'_>, result: T, suspicious: bool) -> super::PyResult<T> {
    // SAFETY: attached.
    if suspicious && !unsafe { ffi::PyErr_Occurred() }.is_null() { Err(PyErr::fetch(py)) } else { Ok(result) }
}
