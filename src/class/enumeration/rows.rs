//! What every enum has: its special methods, `name`, `value`, and the look-up by value.

use super::member::{PyEnum, Variant};
use super::metaclass::{find, members};
use crate::call::{
    Arguments, Callable, Declaration, Declared, FunctionDef, Name, Plain, Receiver, Signature, enter,
};
use crate::class::definition::PyClass;
use crate::class::member::Member;
use crate::class::property::Getter;
use crate::class::protocol::{Returned, Text};
use crate::class::type_info::class_object;
use crate::err::exceptions::{PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyInt, PyTuple};
use std::ffi::c_void;
use std::marker::PhantomData;

/// The receiver of a C function of class `T`.
///
/// # Safety
/// `receiver` is an instance of `T`, alive for `'a`.
unsafe fn instance<'a, 'py, T: PyClass>(
    py: Python<'py>,
    receiver: &'a *mut ffi::PyObject,
) -> &'a Bound<'py, T> {
    // SAFETY: said by the caller.
    unsafe { Bound::from_ptr_ref(py, receiver).downcast_unchecked() }
}

impl Member {
    /// `__repr__`
    const fn enum_repr<T: PyEnum>() -> Option<Member> {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyEnum>(receiver: *mut ffi::PyObject) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter(|py| {
                    let object = instance::<T>(py, &receiver);
                    let variant = object.get().variant();
                    let text = repr(object.as_any(), T::NAME, variant)?;
                    <String as Returned<'_, Text>>::into_output(text, py, &None)
                })
            }
        }
        Some(Member::Slots([Some((ffi::Py_tp_repr, entry::<T> as *const c_void)), None]))
    }

    /// `name`
    const fn enum_name<T: PyEnum>() -> Option<Member> {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyEnum>(
            receiver: *mut ffi::PyObject,
            _: *mut c_void,
        ) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter(|py| {
                    let name = instance::<T>(py, &receiver).get().variant().name;
                    <String as Returned<'_, Text>>::into_output(name.to_owned(), py, &None)
                })
            }
        }
        Some(Member::Getter(
            const { &Getter { name: Name::new("name\0"), doc: b"The name of the member.\0", get: entry::<T> } },
        ))
    }

    /// `value`
    const fn enum_value<T: PyEnum>() -> Option<Member> {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyEnum>(
            receiver: *mut ffi::PyObject,
            _: *mut c_void,
        ) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe { enter(|py| value::<T>(py, instance(py, &receiver))) }
        }
        Some(Member::Getter(
            const { &Getter { name: Name::new("value\0"), doc: b"The value of the member.\0", get: entry::<T> } },
        ))
    }

    /// `__int__`, for values that are integers.
    const fn enum_int<T: PyEnum>() -> Option<Member> {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyEnum>(receiver: *mut ffi::PyObject) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter(|py| {
                    let value = value::<T>(py, instance(py, &receiver))?;
                    if value.is_instance_of::<PyInt>() {
                        return Ok(value);
                    }
                    let text = format!(
                        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                        T::NAME
                    );
                    Err(PyErr::with_message::<PyTypeError>(text))
                })
            }
        }
        Some(Member::Slots([Some((ffi::Py_nb_int, entry::<T> as *const c_void)), None]))
    }

    /// How a member is pickled and copied: by its name, so that it stays itself.
    const fn enum_reduce<T: PyEnum>() -> Option<Member> {
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn entry<T: PyEnum>(
            receiver: *mut ffi::PyObject,
            _: *mut ffi::PyObject,
        ) -> *mut ffi::PyObject {
            // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
            unsafe {
                enter(|py| {
                    let name = instance::<T>(py, &receiver).get().variant().name;
                    let name = <String as Returned<'_, Text>>::into_output(name.to_owned(), py, &None)?;
                    let class = class_object::<T>(py)?.as_any();
                    let getattr = py.import(ffi::module_name("builtins"))?.getattr("getattr")?;
                    let arguments = PyTuple::new(py, [class, &name])?.into_any();
                    Ok(PyTuple::new(py, [getattr, arguments])?.into_any())
                })
            }
        }
        Some(Member::Method(
            const {
                &FunctionDef::from_raw(
                    Name::new("__reduce__\0"),
                    entry::<T>,
                    ffi::METH_NOARGS,
                    c"Helper for pickle.".as_ptr(),
                )
            },
        ))
    }

    /// What every enum has, unless it declares the same itself.
    #[doc(hidden)]
    pub const fn enum_rows<T: PyEnum>() -> Member {
        Member::Rows(
            const { &[Member::enum_repr::<T>(), Member::enum_reduce::<T>(), Member::enum_name::<T>()] },
        )
    }

    /// What an enum without data has besides.
    #[doc(hidden)]
    pub const fn unit_enum_rows<T: PyEnum>() -> Member {
        Member::Rows(const { &[Member::enum_value::<T>(), Member::enum_int::<T>()] })
    }

    /// The look-up by value: `Color(5)`.
    #[doc(hidden)]
    pub const fn enum_look_up<T: PyEnum>() -> Member {
        Member::new::<T, LookUp<T>>()
    }
}

/// `Color.Red` or `Shape.Circle(radius=2.0)`
#[inline]
fn repr(object: &Bound<'_, PyAny>, owner: &str, variant: &Variant) -> PyResult<String> {
    let mut text = format!("{owner}.{}", variant.name);
    if let Some(fields) = variant.fields {
        text.push('(');
        for (index, field) in fields.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            text.push_str(&format!("{separator}{field}={}", object.getattr(*field)?.repr()?));
        }
        text.push(')');
    }
    Ok(text)
}

/// The value of a member, which the class has put there.
fn value<'py, T: PyEnum>(py: Python<'py>, member: &Bound<'py, T>) -> PyResult<Bound<'py, PyAny>> {
    match member.get().variant().value.get(py) {
        Some(value) => Ok(value.clone()),
        None => Ok(py.None().into_any()),
    }
}

/// The signature of the look-up by value.
#[inline]
pub const fn lookup_signature(name: &'static str) -> Signature {
    Signature::of_constructor(name, &[Declared::Parameter("value", None)])
}

/// The row of the look-up by value.
pub struct LookUp<T>(PhantomData<T>);

impl<T: PyEnum> Declaration for LookUp<T> {
    const SIGNATURE: Signature = lookup_signature(T::NAME);
    const DOC: &'static [u8] = T::DOC;
}

impl<T: PyEnum> Callable for LookUp<T> {
    type Protocol = Plain;

    fn invoke<'a, 'py>(
        py: Python<'py>,
        _: &'a Receiver<'py>,
        arguments: Arguments<'a, 'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let class = class_object::<T>(py)?;
        match arguments.first() {
            Some(value) => look_up(class.as_any(), T::NAME, value),
            None => Ok(members(class.as_any())?.into_any()),
        }
    }
}

#[inline]
fn look_up<'py>(
    class: &Bound<'py, PyAny>,
    name: &str,
    value: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    match find(class, value)? {
        Some(member) => Ok(member),
        None => {
            let text = format!("{} is not a valid {name}", value.repr()?);
            Err(PyErr::with_message::<PyValueError>(text))
        }
    }
}
