//! Special methods that follow from Rust's traits, by the options `eq`, `ord`, `hash`, `str`, `repr`; and `pickle`.

use super::borrow::PyRef;
use super::definition::PyClass;
use super::member::{Member, find_new, has};
use super::protocol::{Refusal, Returned, Text};
use super::special::Id;
use crate::call::{Arguments, Declared, FunctionDef, Name, Receiver, Signature, enter, enter_with};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyBool, PyDict, PyTuple};
use std::collections::hash_map::DefaultHasher;
use std::ffi::c_void;
use std::fmt::{Debug, Display};
use std::hash::{Hash, Hasher};

const OTHER: &[Declared] = &[Declared::Parameter("other", None), Declared::Slash];

/// A comparison as a row.
macro_rules! comparisons {
    ($($method:ident: $Trait:ident, $Id:ident, $name:literal;)*) => {
        impl Member { $(
            #[doc(hidden)]
            pub const fn $method<T: PyClass + $Trait>() -> Member {
                const SIGNATURE: &Signature = &Signature::new(concat!($name, "\0"), OTHER);
                Member::Operator(Id::$Id as u8, SIGNATURE, |py, receiver, arguments| {
                    let (this, other) = both::<T>(receiver, &arguments)?;
                    Ok(PyBool::new(py, $Trait::$method(&*this, &*other)).into_any())
                })
            }
        )* }
    };
}

comparisons! {
    eq: PartialEq, Eq, "__eq__";
    lt: PartialOrd, Lt, "__lt__";
    le: PartialOrd, Le, "__le__";
    gt: PartialOrd, Gt, "__gt__";
    ge: PartialOrd, Ge, "__ge__";
}

/// The two sides of a comparison; one that is no instance is declined.
fn both<'a, 'py, T: PyClass>(
    receiver: &'a Receiver<'py>,
    arguments: &Arguments<'a, 'py>,
) -> Result<(PyRef<'a, 'py, T>, PyRef<'a, 'py, T>), Refusal> {
    let side = |object: Option<&'a Bound<'py, PyAny>>| match object.map(Bound::downcast::<T>) {
        Some(Ok(object)) => PyRef::new(object).map_err(|error| Refusal::Raised(error.into())),
        _ => Err(Refusal::Declined),
    };
    Ok((side(receiver.as_ref())?, side(arguments.first())?))
}

/// The struct of the receiver of a slot.
///
/// # Safety
/// `receiver` is an instance of `T`, alive for `'a`.
unsafe fn borrow<'a, 'py, T: PyClass>(
    py: Python<'py>,
    receiver: &'a *mut ffi::PyObject,
) -> PyResult<PyRef<'a, 'py, T>> {
    // SAFETY: said by the caller.
    let object = unsafe { Bound::from_ptr_ref(py, receiver).downcast_unchecked::<T>() };
    Ok(PyRef::new(object)?)
}

impl Member {
    /// `hash`
    #[doc(hidden)]
    pub const fn hash<T: PyClass + Hash>() -> Member {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyClass + Hash>(receiver: *mut ffi::PyObject) -> ffi::Py_hash_t {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter_with(-1, |py| {
                    let mut hasher = DefaultHasher::new();
                    borrow::<T>(py, &receiver)?.hash(&mut hasher);
                    let hash = hasher.finish() as ffi::Py_hash_t;
                    Ok(if hash == -1 { -2 } else { hash })
                })
            }
        }
        Member::Slots([Some((ffi::Py_tp_hash, entry::<T> as *const c_void)), None])
    }

    /// `str`
    #[doc(hidden)]
    pub const fn display<T: PyClass + Display>() -> Member {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyClass + Display>(receiver: *mut ffi::PyObject) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe { enter(|py| text(py, borrow::<T>(py, &receiver)?.to_string())) }
        }
        Member::Slots([Some((ffi::Py_tp_str, entry::<T> as *const c_void)), None])
    }

    /// `repr`
    #[doc(hidden)]
    pub const fn debug<T: PyClass + Debug>() -> Member {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyClass + Debug>(receiver: *mut ffi::PyObject) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe { enter(|py| text(py, format!("{:?}", &*borrow::<T>(py, &receiver)?))) }
        }
        Member::Slots([Some((ffi::Py_tp_repr, entry::<T> as *const c_void)), None])
    }

    /// `pickle`
    #[doc(hidden)]
    #[inline]
    pub const fn reduce<T: PyClass>() -> Member {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyClass>(
            receiver: *mut ffi::PyObject,
            _: *mut ffi::PyObject,
        ) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter(|py| {
                    let state = if has::<T>(Id::GetState) { State::Method } else { State::Dict };
                    reduce(Bound::from_ptr_ref(py, &receiver), const { find_new::<T>() }, state)
                })
            }
        }
        Member::Method(
            const {
                &FunctionDef::from_raw(
                    Name::new("__reduce__\0"),
                    entry::<T>,
                    ffi::METH_NOARGS,
                    c"Helper for pickle.".as_ptr(),
                )
            },
        )
    }
}

#[inline]
fn text(py: Python<'_>, text: String) -> PyResult<Bound<'_, PyAny>> {
    <String as Returned<'_, Text>>::into_output(text, py, &None)
}

/// Where what the constructor does not take comes from.
enum State {
    /// `__getstate__`
    Method,
    /// The instance's dict, if it has one.
    Dict,
}

/// What `pickle` and `copy` make an equal instance of: the class, the arguments of its constructor, which are read as
/// attributes, and the state.
#[inline]
fn reduce<'py>(
    object: &Bound<'py, PyAny>,
    new: Option<&'static Signature>,
    state: State,
) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    let mut positional = Vec::new();
    let keywords = PyDict::new(py);
    let mut keyword_only = false;
    for declared in new.map_or(&[][..], Signature::declared) {
        match *declared {
            Declared::Parameter(name, _) if keyword_only => keywords.set_item(name, object.getattr(name)?)?,
            Declared::Parameter(name, _) => positional.push(object.getattr(name)?),
            Declared::Slash => {}
            Declared::Star => keyword_only = true,
            Declared::Arguments(name) => {
                keyword_only = true;
                for item in object.getattr(name)?.try_iter()? {
                    positional.push(item?);
                }
            }
            Declared::Keywords(name) => {
                keywords.call_method1("update", (object.getattr(name)?,))?;
            }
        }
    }
    let class = object.get_type().into_any();
    let class = if keywords.is_empty() {
        class
    } else {
        py.import("functools")?.getattr("partial")?.call((class,), Some(&keywords))?
    };
    let arguments = PyTuple::new(py, positional)?;
    let state = match state {
        State::Method => Some(object.call_method0("__getstate__")?),
        State::Dict => object.getattr_opt("__dict__")?.filter(|dict| dict.len().is_ok_and(|len| len > 0)),
    };
    Ok(match state {
        Some(state) => PyTuple::new(py, [class, arguments.into_any(), state])?.into_any(),
        None => PyTuple::new(py, [class, arguments.into_any()])?.into_any(),
    })
}

/// Refuses, at compile time, a class with `pickle` of which a parameter of `new` cannot be read again.
pub(super) const fn check_pickle<T: PyClass>() {
    let Some(new) = find_new::<T>() else {
        panic!("py_class!: `pickle` makes an equal instance by `new(…)`, which the class does not declare");
    };
    let mut index = 0;
    while index < new.declared().len() {
        if let Declared::Parameter(name, _) | Declared::Arguments(name) | Declared::Keywords(name) =
            new.declared()[index]
        {
            assert!(
                super::member::has_getter::<T>(name),
                "py_class!: `pickle` reads each parameter of `new` as an attribute: declare `get name: field;` or `get name;` for it"
            );
        }
        index += 1;
    }
}
